"""What a phase says of the pages below it, in the search index."""

from wagtail.models import Page
from wagtail.signals import page_published

from sesec_portal.search.index.entries import index_pages_later

from .models import PhasePage


def connect():
    """Keep the entries of terms of reference in step with the dates of their phase, from now on."""
    page_published.connect(_phase_published, sender=PhasePage)


def _phase_published(instance, **kwargs):
    for phase in instance.get_translations(inclusive=True):
        index_pages_later(Page.objects.child_of(phase).live())
