"""The newsroom in the admin, and its feeds."""

from functools import partial

from django.urls import include, path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from sesec_portal.core.feed_entries import Feed
from sesec_portal.core.page_entries import told_of
from sesec_portal.languages.pages import is_original
from standards.feeds import feed_of

from .admin_views import ComposeIssueView, may_compose
from .desk import EventsWithoutReport
from .models import EventIndexPage, NewsIndexPage, PublicationIndexPage, PublicationPage
from .schedule import events
from .topics import pages_about, topics_to_follow


@hooks.register("register_admin_urls")
def newsroom_urls():
    """Give the views that belong to no page their addresses."""
    urls = [path("issue/<int:page_id>/", ComposeIssueView.as_view(), name="compose_issue")]
    return [path("newsroom/", include((urls, "newsroom_admin")))]


@hooks.register("register_page_header_buttons")
def compose_button(page, user, view_name=None, next_url=None):
    """Offer to fill a newsletter issue, to those who may."""
    is_issue = page.specific_class is PublicationPage and page.specific.kind == PublicationPage.Kind.NEWSLETTER
    if is_issue and is_original(page) and may_compose(user, page):
        address = reverse("newsroom_admin:compose_issue", args=[page.pk])
        yield Button(ComposeIssueView.page_title, address, icon_name=ComposeIssueView.header_icon, priority=45)


@hooks.register("register_feeds")
def feeds_of_the_newsroom():
    """Tell of news, events and publications, each by itself, and of everything about each topic in use."""
    return [
        feed_of(NewsIndexPage, _("SESEC: news")),
        feed_of(EventIndexPage, _("SESEC: events")),
        feed_of(PublicationIndexPage, _("SESEC: publications")),
        *map(_about, topics_to_follow(get_language())),
    ]


def _about(topic):
    title = _("SESEC: %(topic)s") % {"topic": topic.shown_name}
    return Feed(f"topic-{topic.code}", title, partial(_entries, topic), is_part=True, topic=topic.code)


def _entries(topic):
    return told_of(pages_about(topic))


@hooks.register("register_desk_rules")
def events_on_the_desk():
    """Tell editors which past events have no report."""
    return [EventsWithoutReport()]


@hooks.register("register_schedule_sources")
def events_in_the_schedule():
    """Tell editors when events begin and end."""
    return [events]
