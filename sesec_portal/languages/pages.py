"""Facts are kept once, on the page in the first language; readers are shown the page in theirs."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import CharField, F, Q
from django.db.models.functions import Cast
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.query import PageQuerySet

from sesec_portal.visibility.pages import public


def shown_to_reader(pages: Iterable[Page], language: str | None = None) -> list[Page]:
    """Give each page, written in the first language, the page its reader should open, as `.shown`.

    Arguments: pages of one type, and the reader's language (the active one by default). The page shown is the
    translation (or, until there is one, its fallback page in the reader's page tree) if it is published and public,
    else the page itself. Costs no query in the first language, two in another. Returns the pages as a list.
    """
    pages = list(pages)
    language = language or get_language()
    translated = {}
    if language != settings.LANGUAGE_CODE and pages:
        keys = {page.translation_key for page in pages}
        found = public(type(pages[0]).objects).filter(translation_key__in=keys, locale__language_code=language)
        translated = {page.translation_key: page for page in with_language(found.defer_streamfields())}
    for page in pages:
        page.shown = translated.get(page.translation_key, page)
    return pages


def with_language(pages: PageQuerySet) -> PageQuerySet:
    """Return a queryset of pages whose members can tell their language without a further query."""
    return pages.select_related("locale").annotate(version_of=F("live_revision__object_id"))


def is_original(page: Page) -> bool:
    """Tell whether a page is in the first language, and so holds the facts."""
    return page.locale.language_code == settings.LANGUAGE_CODE


def is_fallback(page: Page) -> bool:
    """Tell whether a page shows what the page in the first language says, because nobody has translated it yet.

    That is so for its alias, and for a page made for translation until a version of its own is published.
    """
    if is_original(page):
        return False
    # A revision made a moment ago holds the key of its page as a number, one read from the database as a text.
    borrowed = page.live and str(_version_of(page)) != str(page.pk)
    return bool(page.alias_of_id or borrowed)


def without_fallbacks(pages: PageQuerySet) -> PageQuerySet:
    """Return those of a queryset's pages that are written in their own language: all but those that `is_fallback`."""
    own_version = Q(live=False) | Q(live_revision__object_id=Cast("pk", CharField()))
    return pages.filter(Q(locale__language_code=settings.LANGUAGE_CODE) | Q(alias_of=None) & own_version)


def language_of(page: Page) -> str:
    """Return the code of the language that a page is written in: a fallback page's is the original's."""
    return settings.LANGUAGE_CODE if is_fallback(page) else page.locale.language_code


def _version_of(page: Page) -> str | None:
    """Return the key of the page for which the version that is shown was written; None where it has none."""
    if "version_of" in vars(page):
        return page.version_of
    return page.live_revision.object_id if page.live_revision else None
