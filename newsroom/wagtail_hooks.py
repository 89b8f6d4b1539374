"""What the newsroom gives to the portal's feeds."""

from functools import partial

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail import hooks

from sesec_portal.core.feed_entries import Feed
from sesec_portal.core.page_entries import told_of

from .models import EventPage, NewsPage, PublicationPage
from .topics import pages_about, topics_in_use


@hooks.register("register_feeds")
def feeds_of_the_newsroom():
    """Tell of news, events and publications, each by itself, and of everything about each topic in use."""
    return [
        Feed("news", _("SESEC: news"), lambda: told_of(NewsPage.objects.all()), is_part=True),
        Feed("events", _("SESEC: events"), lambda: told_of(EventPage.objects.all()), is_part=True),
        Feed("publications", _("SESEC: publications"), lambda: told_of(PublicationPage.objects.all()), is_part=True),
        *map(_about, topics_in_use(get_language())),
    ]


def _about(topic):
    title = _("SESEC: %(topic)s") % {"topic": topic.shown_name}
    return Feed(f"topic-{topic.code}", title, partial(_entries, topic), is_part=True, topic=topic.code)


def _entries(topic):
    return told_of(pages_about(topic))
