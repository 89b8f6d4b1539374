"""The portal's page types, and its pages as they are loaded."""

from django.conf import settings
from wagtail.models import Page, get_page_models

OWN_PAGES = [model for model in get_page_models() if model._meta.app_config.name in settings.OWN_APPS]


def published_pages():
    """Return every published page, in both languages, in the order of the tree."""
    return Page.objects.live().filter(depth__gt=1).select_related("locale").order_by("path")
