"""What stands around a page in the tree of pages."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Page

from .languages import with_language
from .visibility import not_private

SECTIONS = 3


@dataclass(frozen=True)
class Surroundings:
    """The published, public pages that the frame of a page links, all found by one query.

    Attributes: `menu`, the sections of the portal in the active language that the main menu shows; `foot`, the other
    sections; `trail`, the pages above the page, the front page first; `translations`, the page in each language.
    """

    menu: list
    foot: list
    trail: list
    translations: list

    @property
    def sections(self):
        """The sections by the name of their page type, as `phaseindexpage`."""
        return {section.cached_content_type.model: section for section in [*self.foot, *self.menu]}

    @classmethod
    def of(cls, page=None):
        """Return the Surroundings of a page, or of an answer that is no page of the tree."""
        language = get_language()
        wanted = Q(depth=SECTIONS, locale__language_code=language)
        above = set()
        if page and page.pk:
            above = {page.path[:end] for end in range(2 * page.steplen, len(page.path), page.steplen)}
            wanted |= Q(path__in=above) | Q(translation_key=page.translation_key)
        found = list(with_language(Page.objects.live().filter(not_private(), wanted)).order_by("path"))
        sections = [one for one in found if one.depth == SECTIONS and one.locale.language_code == language]
        return cls(
            menu=[section for section in sections if section.show_in_menus],
            foot=[section for section in sections if not section.show_in_menus],
            trail=[one for one in found if one.path in above],
            translations=[one for one in found if page and one.translation_key == page.translation_key],
        )
