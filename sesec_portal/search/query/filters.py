"""The filters of a search: what can be chosen, and what was.

Phase: the phase itself, its terms of reference, and the meetings held and revisions adopted in its dates.
Partner: its page, the phases it has a role in, and the meetings it hosted or attended. Year: the years that a dated
thing covers or falls in; of a text without a date of its own the year of its last publication, of a document the
year in which it was added.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language
from wagtail.models import Page

from ..facets import Facet, facets, page_facets
from ..models import SearchEntryQuerySet
from .kinds import kinds
from .parameters import Query

# Of each facet.
LONGEST_LIST = 200


@dataclass(frozen=True)
class Choice:
    """One value of a filter: as it stands in the address, in the index, and in words."""

    value: str
    key: object
    label: str | Promise


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
    def of(cls, query: Query, visible: SearchEntryQuerySet) -> Self:
        """Return the Filters of a Query, which offer what is among the visible search entries."""
        offered = {"type": _kinds(), **_pages(visible), "year": _year(query)}
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


def _pages(visible: SearchEntryQuerySet) -> dict[str, list[Choice]]:
    """The published pages of each PageFacet as Choices, called as the reader calls them: one query for all."""
    models = page_facets()
    parts = {
        f"{name}_{part}": F(_path(model, getattr(model.facet, part)))
        for name, model in models.items()
        for part in ("value", "words", "order")
    }
    listed = visible.filter(kind__in=[model.search_type for model in models.values()]).order_by("page_id")
    rows = listed.values("kind", "language", "title", "translation_key", "page_id", **parts)
    rows = rows[: LONGEST_LIST * len(models)]
    titles = {row["translation_key"]: row["title"] for row in rows if row["language"] == get_language()}
    return {name: _choices(rows, titles, model) for name, model in models.items()}


def _choices(rows: QuerySet, titles: Mapping[UUID | None, str], model: type[Page]) -> list[Choice]:
    value, words, order = (f"{model.facet.name}_{part}" for part in ("value", "words", "order"))
    mine = (row for row in rows if row["kind"] == model.search_type and row["language"] == settings.LANGUAGE_CODE)
    return [
        Choice(
            str(row[value]),
            row["page_id"],
            titles.get(row["translation_key"], row["title"]) if model.facet.words == "title" else row[words],
        )
        for row in sorted((row for row in mine if row[value]), key=itemgetter(order))
    ]


def _path(model: type[Page], name: str) -> str:
    """Return where a field of a page type stands, seen from an entry."""
    own = model._meta.get_field(name).model is not Page
    return f"page__{model._meta.model_name}__{name}" if own else f"page__{name}"


def _year(query: Query) -> list[Choice]:
    """The year that was asked for, if it is one; the others come from what was found."""
    year = query.chosen.get("year", "")
    readable = len(year) == 4 and year.isascii() and year.isdecimal() and year[0] in "12"
    return [Choice(year, int(year), year)] if readable else []
