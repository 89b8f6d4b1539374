"""The filters of a search: what can be chosen, and what was.

Phase: the phase itself, its terms of reference, and the meetings held and revisions adopted in its dates.
Partner: its page, the phases it has a role in, and the meetings it hosted or attended. Year: the years that a dated
thing covers or falls in; of a text without a date of its own the year of its last publication, of a document the
year in which it was added. Topic: the dated pages that have it, and the sector itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise
from wagtail.models import Page

from sesec_portal.core.facets import PageFacet
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

from ..facets import Facet, facets, page_facets, record_facets
from .kinds import kinds
from .parameters import Query

# Of each facet.
LONGEST_LIST = 200


@dataclass(frozen=True)
class Choice:
    """One value of a filter: as it stands in the address, in the index, and in words; whether it is made up."""

    value: str
    key: object
    label: str | Promise
    sample: bool = False


@dataclass(frozen=True)
class Filter:
    """One filter: its Facet, the Choices it offers, and the one that was made."""

    facet: Facet
    choices: list[Choice]
    chosen: Choice | None = None

    @property
    def condition(self) -> Q:
        """What an entry must fulfil: a Q, empty where nothing was chosen."""
        return self.facet.condition(self.chosen.key) if self.chosen else Q()


@dataclass
class Filters:
    """All filters of a search, and the values that were asked for but do not exist."""

    filters: list[Filter]
    unknown: list[tuple[str | Promise, str]] = field(default_factory=list)

    @classmethod
    def of(cls, query: Query, language: str) -> Self:
        """Return the Filters of a Query, which offer what is published, called as it is in a language."""
        offered = {"type": _kinds(), **_pages(language), **_records(), "year": _year(query)}
        filters = cls([])
        for facet in facets():
            wanted, choices = query.chosen.get(facet.name), offered[facet.name]
            chosen = next((choice for choice in choices if choice.value == wanted), None)
            if wanted and not chosen:
                filters.unknown.append((facet.label, wanted))
            filters.filters.append(Filter(facet, choices, chosen))
        return filters

    @property
    def active(self) -> list[Filter]:
        """The filters in which something was chosen."""
        return [one for one in self.filters if one.chosen]

    @property
    def condition(self) -> Q:
        """What an entry must fulfil for all filters together: a Q."""
        together = Q()
        for one in self.filters:
            together &= one.condition
        return together


def _kinds() -> list[Choice]:
    return [Choice(kind.name, kind.name, kind.many) for kind in kinds().values()]


@once_per_generation
def _pages(language: str) -> dict[str, list[Choice]]:
    """The published pages of each PageFacet as Choices, called as they are in a language: one query for all."""
    models = page_facets()
    offered = Q(pk__in=[])
    parts = {}
    for name, model in models.items():
        offered |= Q(**{f"{model._meta.model_name}__isnull": False})
        parts[f"{name}_key"] = F(f"{model._meta.model_name}__pk")
        for part in ("value", "words", "order"):
            parts[f"{name}_{part}"] = F(_path(model, getattr(model.facet, part)))
    rows = public(Page.objects).filter(offered).order_by("pk")
    rows = rows.values("pk", "title", "translation_key", language=F("locale__language_code"), **parts)
    rows = rows[: LONGEST_LIST * len(models)]
    titles = {row["translation_key"]: row["title"] for row in rows if row["language"] == language}
    return {name: _choices(rows, titles, model.facet) for name, model in models.items()}


def _records() -> dict[str, list[Choice]]:
    return {name: [Choice(*option) for option in facet.options()] for name, facet in record_facets().items()}


def _choices(rows: QuerySet, titles: Mapping[UUID | None, str], facet: PageFacet) -> list[Choice]:
    key, value, words, order = (f"{facet.name}_{part}" for part in ("key", "value", "words", "order"))
    mine = (row for row in rows if row[key] and row["language"] == settings.LANGUAGE_CODE)
    return [
        Choice(
            str(row[value]),
            row["pk"],
            titles.get(row["translation_key"], row["title"]) if facet.words == "title" else row[words],
        )
        for row in sorted((row for row in mine if row[value]), key=itemgetter(order))
    ]


def _path(model: type[Page], name: str) -> str:
    """Return where a field of a page type stands, seen from a page of whatever type."""
    own = model._meta.get_field(name).model is not Page
    return f"{model._meta.model_name}__{name}" if own else name


def _year(query: Query) -> list[Choice]:
    """The year that was asked for, if it is one; the others come from what was found."""
    year = query.chosen.get("year", "")
    readable = len(year) == 4 and year.isascii() and year.isdecimal() and year[0] in "12"
    return [Choice(year, int(year), year)] if readable else []
