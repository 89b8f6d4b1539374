"""What became public of the portal as a whole: its pages, of whatever type."""

from wagtail.models import Page

from sesec_portal.core.feed_entries import FeedEntry
from sesec_portal.core.page_entries import told_of


def pages() -> list[FeedEntry]:
    """Return the pages of the active language that were published last."""
    return told_of(Page.objects.filter(depth__gt=1))
