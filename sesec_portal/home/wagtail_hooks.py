"""What the portal as a whole gives to its feeds and to its sitemap."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from sesec_portal.core.feed_entries import Feed

from .feed_entries import pages


@hooks.register("register_feeds")
def feed_of_pages() -> list[Feed]:
    """Tell of pages of every type."""
    return [Feed("pages", _("SESEC: pages"), pages)]


@hooks.register("register_sitemap_views")
def views_of_the_portal() -> list[str]:
    """Name the views that search engines should find beside the pages."""
    return ["sitemap-page", "open-data"]
