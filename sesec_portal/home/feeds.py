"""What changed, as Atom feeds (RFC 4287): pages published, terms of office, decisions, and all of them together."""

import re
from datetime import datetime
from uuid import UUID, uuid5

from django.contrib.syndication.views import Feed
from django.db.models import Min, TextField, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Locale, Page, get_page_models

from governance.feed_entries import decisions, terms_of_office
from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.feed_entries import LATEST, FeedEntry, newest_first
from sesec_portal.core.pages import BasePage
from sesec_portal.home.latest import published_last

# Every name is made from this one, so that entries keep theirs when the portal moves to another host.
PORTAL = UUID("a1f64194-d819-44f8-931a-89dae4c50d8c")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def pages() -> list[FeedEntry]:
    """Return the pages of the active language that were published last, made-up ones and fallback pages aside."""
    news = published_last(Page.objects.filter(depth__gt=1, locale=Locale.get_active())).values("pk")[:LATEST]
    kinds = [model._meta.model_name for model in get_page_models() if issubclass(model, BasePage)]
    summary = Coalesce(*(f"{kind}__summary" for kind in kinds), Value(""), output_field=TextField())
    return [
        FeedEntry(
            key=f"page/{page.translation_key}",
            moment=page.last_published_at,
            title=page.title,
            summary=page.summary,
            address=absolute(page.url),
            first=page.first_published_at,
        )
        for page in Page.objects.filter(pk__in=news).select_related("locale").annotate(summary=summary)
    ]


# What each feed tells of, by its name in the address.
FEEDS = {
    "changes": (gettext_lazy("SESEC: what changed"), [pages, terms_of_office, decisions]),
    "pages": (gettext_lazy("SESEC: pages"), [pages]),
    "terms": (gettext_lazy("SESEC: terms of office on the Steering Committee"), [terms_of_office]),
    "decisions": (gettext_lazy("SESEC: decisions and measures of the Steering Committee"), [decisions]),
}


@require_safe
@conditional_page
def feed(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with a feed in the language of its address, or with 304 to who has it as it is."""
    response = _ChangesFeed()(request, name)
    # An entry that was taken back makes a feed newer, but none of its dates.
    del response.headers["Last-Modified"]
    return response


class _Atom(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """Return when the feed changed last: before there is any entry, when the portal began."""
        return self.feed["began"] if self.feed["began"] and not self.items else super().latest_post_date()


class _ChangesFeed(Feed):
    feed_type = _Atom
    author_name = "SESEC"

    def get_object(self, request: HttpRequest, name: str) -> str:
        if name not in FEEDS:
            raise Http404
        return name

    def title(self, name: str) -> str | Promise:
        return FEEDS[name][0]

    def subtitle(self, name: str) -> str:
        return _("Made-up entries and what is not public are left out. Pages are told of in the language of the feed.")

    def link(self) -> str:
        return absolute(f"/{get_language()}/")

    def author_link(self) -> str:
        return self.link()

    def feed_guid(self, name: str) -> str:
        return _urn(f"feed/{name}")

    def feed_extra_kwargs(self, name: str) -> dict[str, datetime | None]:
        return {"began": Page.objects.filter(depth=2).aggregate(began=Min("first_published_at"))["began"]}

    def items(self, name: str) -> list[FeedEntry]:
        return newest_first(change for kind in FEEDS[name][1] for change in kind())

    def item_title(self, change: FeedEntry) -> str:
        return _printable(change.title)

    def item_description(self, change: FeedEntry) -> str:
        return escape(_printable(change.summary))

    def item_link(self, change: FeedEntry) -> str:
        return change.address

    def item_guid(self, change: FeedEntry) -> str:
        return _urn(change.key)

    def item_pubdate(self, change: FeedEntry) -> datetime | None:
        return change.first

    def item_updateddate(self, change: FeedEntry) -> datetime:
        return change.moment


def _printable(text: str) -> str:
    """Return a text without the control characters that XML 1.0 cannot hold, as a pasted text may have them."""
    return _CONTROL.sub("", text)


def _urn(key: str) -> str:
    return uuid5(PORTAL, f"{key}/{get_language()}").urn
