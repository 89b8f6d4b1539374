"""The filters as the form offers them: each value with the number of results it leads to."""

from dataclasses import dataclass

from django.utils.functional import Promise

from .facet_counts import FacetCounts
from .filters import Choice, Facet, Filters
from .limits import MOST_TEXTS, TEXTS
from .parameters import Query

MOST_OFFERED = 60


@dataclass(frozen=True)
class Offer:
    """One value of a filter with its number of results; `more` where that is the number of those that were counted."""

    value: str
    label: str | Promise
    count: int
    chosen: bool
    more: bool


@dataclass(frozen=True)
class OfferedFacet:
    """One filter in the form: its name and label, what it offers, and the way to this search without it."""

    name: str
    label: str | Promise
    offers: list[Offer]
    chosen: Choice | None
    without: str


def facet_choices(filters: Filters, counted: FacetCounts, query: Query) -> list[OfferedFacet]:
    """Return an OfferedFacet for each filter; a value that leads nowhere is offered only where it is chosen."""
    return [_offered(facet, counted, query) for facet in filters.facets]


def _offered(facet: Facet, counted: FacetCounts, query: Query) -> OfferedFacet:
    choices = facet.choices
    if facet.name == "year":
        years = {*counted.by_facet["year"], *(choice.value for choice in choices)}
        choices = [Choice(year, int(year), year) for year in sorted(years, reverse=True)]
    listed = [_offer(choice, facet, counted) for choice in choices]
    kept = [offer for offer in listed if offer.count or offer.chosen][:MOST_OFFERED]
    return OfferedFacet(facet.name, facet.label, kept, facet.chosen, query.without(facet.name))


def _offer(choice: Choice, facet: Facet, counted: FacetCounts) -> Offer:
    count = counted.by_facet[facet.name].get(str(choice.key), 0)
    more = bool(count) and counted.many_texts and (facet.name == "year" or choice.key in TEXTS)
    return Offer(choice.value, choice.label, min(count, MOST_TEXTS) if more else count, choice == facet.chosen, more)
