"""What changed, as Atom feeds (RFC 4287): those that apps register, and all of them together."""

from datetime import datetime

from django.contrib.syndication import views as syndication
from django.db.models import Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe
from wagtail import hooks
from wagtail.models import Page

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.feed_entries import Feed, FeedEntry, newest_first
from sesec_portal.core.for_programs import lasting_name, printable


def feeds() -> dict[str, Feed]:
    """Return every Feed by its name: all changes together, and each that an app gives to the hook `register_feeds`."""
    registered = [feed for register in hooks.get_hooks("register_feeds") for feed in register()]
    together = Feed(
        "changes",
        gettext_lazy("SESEC: what changed"),
        lambda: [entry for feed in registered if not feed.is_part for entry in feed.entries()],
    )
    return {feed.name: feed for feed in [together, *registered]}


@require_safe
@conditional_page
def feed(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with a feed in the language of its address, or with 304 to who has it as it is."""
    response = _ChangesFeed()(request, name)
    # An entry that was taken back makes a feed newer, but none of its dates.
    del response.headers["Last-Modified"]
    return response


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Show the entries of the feed of all changes to who has no feed reader."""
    return render(request, "home/changes.html", {"changes": newest_first(feeds()["changes"].entries())})


class _Atom(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """Return when the feed changed last: before there is any entry, when the portal began."""
        return self.feed["began"] if self.feed["began"] and not self.items else super().latest_post_date()


class _ChangesFeed(syndication.Feed):
    feed_type = _Atom
    author_name = "SESEC"

    def get_object(self, request: HttpRequest, name: str) -> Feed:
        if name not in feeds():
            raise Http404
        feed = feeds()[name]
        return feed.narrowed(request.GET) if feed.narrowed and request.GET else feed

    def title(self, feed: Feed) -> str | Promise:
        return feed.title

    def subtitle(self, feed: Feed) -> str:
        return _("Made-up entries and what is not public are left out. Each feed names pages in its own language.")

    def link(self) -> str:
        return absolute(f"/{get_language()}/")

    def author_link(self) -> str:
        return self.link()

    def feed_guid(self, feed: Feed) -> str:
        return _urn(f"feed/{feed.name}{feed.query}")

    def feed_url(self, feed: Feed) -> str:
        return absolute(f"{reverse('feed', args=[feed.name])}{feed.query}")

    def feed_extra_kwargs(self, feed: Feed) -> dict[str, datetime | None]:
        return {"began": Page.objects.filter(depth=2).aggregate(began=Min("first_published_at"))["began"]}

    def items(self, feed: Feed) -> list[FeedEntry]:
        return newest_first(feed.entries())

    def item_title(self, change: FeedEntry) -> str:
        return printable(change.title)

    def item_description(self, change: FeedEntry) -> str:
        return escape(printable(change.summary))

    def item_link(self, change: FeedEntry) -> str:
        return change.address

    def item_guid(self, change: FeedEntry) -> str:
        return _urn(change.key)

    def item_pubdate(self, change: FeedEntry) -> datetime | None:
        return change.first

    def item_updateddate(self, change: FeedEntry) -> datetime:
        return change.moment


def _urn(key: str) -> str:
    return lasting_name(f"{key}/{get_language()}").urn
