"""What stands around a page in the tree of pages."""

from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Page

from sesec_portal.languages.pages import with_language
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

FRONT, SECTIONS = 2, 3


@dataclass(frozen=True)
class Navigation:
    """The published, public pages that the frame of a page links, found by two queries at most.

    Attributes: `front`, the front page in the active language, alone in a list; `menu`, the sections of the portal in
    that language that the main menu shows; `foot`, the other sections; `trail`, the pages above the page, the front
    page first; `translations`, the page in each language.
    """

    front: list[Page]
    menu: list[Page]
    foot: list[Page]
    trail: list[Page]
    translations: list[Page]

    @property
    def sections(self) -> dict[str, Page]:
        """The sections by the name of their page type, as `phaseindexpage`."""
        return {section.cached_content_type.model: section for section in [*self.foot, *self.menu]}

    @classmethod
    def of(cls, page: Page | None = None) -> Self:
        """Return the Navigation of a page, or of an answer that is no page of the tree."""
        language = get_language()
        found = _first_levels()
        sections = [one for one in found if one.depth == SECTIONS and one.locale.language_code == language]
        above: set[str] = set()
        key = None
        if page and page.pk:
            above = {page.path[:end] for end in range(FRONT * page.steplen, len(page.path), page.steplen)}
            key = page.translation_key
        translations = [one for one in found if one.translation_key == key]
        # What is below the first levels; and a page there may have its translation elsewhere.
        if page and key and (page.depth > SECTIONS or len(translations) < len(settings.LANGUAGES)):
            found = [*found, *_public(Q(path__in=above) | Q(translation_key=key), depth__gt=SECTIONS)]
            translations = [one for one in found if one.translation_key == key]
        return cls(
            front=[one for one in _first_levels() if one.depth == FRONT and one.locale.language_code == language],
            menu=[section for section in sections if section.show_in_menus],
            foot=[section for section in sections if not section.show_in_menus],
            trail=[one for one in found if one.path in above],
            translations=translations,
        )


@once_per_generation
def _first_levels() -> list[Page]:
    """Return the front page and the sections in every language."""
    return _public(depth__in=(FRONT, SECTIONS))


def _public(*conditions: Q, **more: object) -> list[Page]:
    pages = public(Page.objects).filter(*conditions, **more)
    return list(with_language(pages).order_by("path"))
