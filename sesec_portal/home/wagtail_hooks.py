"""What the portal as a whole gives to its feeds, to its sitemap and to the search."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from sesec_portal.core.feed_entries import Feed
from sesec_portal.search.records import SearchedView

from .feed_entries import pages


@hooks.register("register_feeds")
def feed_of_pages() -> list[Feed]:
    """Tell of pages of every type."""
    return [Feed("pages", _("SESEC: pages"), pages)]


@hooks.register("register_sitemap_views")
def views_of_the_portal() -> list[str]:
    """Name the views that search engines should find beside the pages."""
    return ["sitemap-page", "open-data"]


@hooks.register("register_searched_views")
def views_to_find() -> list[SearchedView]:
    """Let readers find the views that are no pages."""
    return [
        SearchedView(
            "open-data",
            _("Open data"),
            _("Every register of this portal as CSV, JSON and XLSX, with what each column means."),
            _("download, Excel, spreadsheet, table, API, data set"),
        ),
        SearchedView(
            "open-data",
            _("Feeds"),
            _("What became public lately, newest first, as Atom feeds for a feed reader."),
            _("subscribe, subscription, RSS, news, newsletter, alerts, follow"),
            "#feeds",
        ),
        SearchedView(
            "sitemap-page",
            _("Sitemap"),
            _("All pages of this portal, one below the other."),
            _("site map, table of contents, overview of all pages"),
        ),
    ]
