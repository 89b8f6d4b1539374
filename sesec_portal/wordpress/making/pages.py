"""Posts become pages: published as an editor would, with the dates that they had."""

from typing import Any
from urllib.parse import unquote

from django.db.models import Model
from django.utils.text import slugify
from wagtail.models import Locale, Page
from wagtail_localize.synctree import create_aliases_for_new_page

from newsroom.models import EventIndexPage, EventTopic, NewsIndexPage, NewsTopic
from sesec_portal.core.pages import BasePage
from sesec_portal.home.models import HomePage, StandardPage
from standards.models import CallIndexPage, CallTopic

from ..bodies.body import clean
from ..export.items import Item
from ..export.mapping import CALL, EVENT, NEWS, TEXT
from .wanted import TYPES, Wanted

_LISTS: dict[str, type[BasePage]] = {NEWS: NewsIndexPage, EVENT: EventIndexPage, CALL: CallIndexPage}
_TOPICS: dict[str, type[Model]] = {NEWS: NewsTopic, EVENT: EventTopic, CALL: CallTopic}
_LONGEST_SLUG = 200


class Places:
    """Where pages go: the list of their type, or for pages of text the page of an address below the front page."""

    def __init__(self, texts_below: str) -> None:
        home = HomePage.objects.originals().first()
        below = f"{home.url_path}{texts_below.strip('/')}/" if home and texts_below else ""
        self._parents: dict[str, Page | None] = {
            what: model.objects.originals().first() for what, model in _LISTS.items()
        }
        self._parents[TEXT] = StandardPage.objects.originals().filter(url_path=below).first()
        self._slugs = {
            parent.pk: set(Page.objects.child_of(parent).values_list("slug", flat=True))
            for parent in self._parents.values()
            if parent
        }

    def has(self, what: str) -> bool:
        """Tell whether there is a place for pages of a type."""
        return self._parents[what] is not None

    def add(self, item: Item, wanted: Wanted) -> BasePage:
        """Add a page that nobody sees yet, so that others can link to it; return it."""
        parent: Any = Page.objects.get(pk=self._parents[wanted.what].pk)  # type: ignore[union-attr]  # `has` was asked
        fields = {**wanted.fields, "slug": self._slug(item, parent.pk), "locale": Locale.get_default(), "live": False}
        return parent.add_child(instance=TYPES[wanted.what](**fields))

    def _slug(self, item: Item, parent: int) -> str:
        slug = slugify(unquote(item.slug) or item.words_of_title, allow_unicode=True)[:_LONGEST_SLUG].strip("-_")
        # Figures alone would be the address of a year.
        slug = slug if slug and not slug.isdecimal() else f"{item.kind}-{slug or item.post_id}"
        taken, free, number = self._slugs[parent], slug, 2
        while free in taken:
            free, number = f"{slug}-{number}", number + 1
        taken.add(free)
        return free


def write(page: BasePage, wanted: Wanted, item: Item) -> None:
    """Give a page a new version, and publish it, or take it down, as the export wants it."""
    for name, value in wanted.fields.items():
        setattr(page, name, value)
    if wanted.what in _TOPICS:
        page.topics = [_TOPICS[wanted.what](sector_id=key, sort_order=place) for place, key in enumerate(wanted.topics)]
    stream = page._meta.get_field("body").stream_block  # type: ignore[misc]  # what is imported has a body
    page.body = stream.to_python(clean(wanted.blocks))
    if page.live and not wanted.is_public:
        page.unpublish(log_action=True)
    is_new = page.latest_revision_id is None
    revision = page.save_revision(log_action=True)
    if wanted.is_public:
        revision.publish()
        # What readers could read years ago is no news, in feeds or anywhere.
        Page.objects.filter(pk=page.pk).update(first_published_at=item.published, last_published_at=item.modified)
    if is_new:
        create_aliases_for_new_page(Page.objects.get(pk=page.pk).specific)


def left_as(page: Page) -> str:
    """Return what tells whether somebody has changed a page since: its latest version, and whether readers see it."""
    latest, live = Page.objects.values_list("latest_revision_id", "live").get(pk=page.pk)
    return f"{latest} {'published' if live else 'not published'}"
