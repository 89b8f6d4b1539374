"""What the register of sectors says of pages, in the search index."""

from django.db.models.signals import post_save
from wagtail.models import Page

from governance.models import Sector
from sesec_portal.search.index.entries import index_pages_later

from .models.topics import pages_about


def connect():
    """Keep the entries of pages that have a sector for a topic in step with its names, from now on."""
    post_save.connect(_sector_changed, sender=Sector)


def _sector_changed(instance, raw, **kwargs):
    if not raw:
        keys = [key for pages in pages_about(instance) for key in pages.values_list("translation_key", flat=True)]
        index_pages_later(Page.objects.live().filter(translation_key__in=keys))
