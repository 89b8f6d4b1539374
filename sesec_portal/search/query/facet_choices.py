"""The filters as the form offers them: each value with the number of results it leads to."""

from dataclasses import dataclass

from django.utils.functional import Promise

from ..facets import TYPE, YEAR
from .facet_counts import FacetCounts
from .filters import Choice, Filter, Filters
from .limits import MOST_TEXTS, registers
from .parameters import Query

MOST_OFFERED = 60


@dataclass(frozen=True)
class Offer:
    """One value of a filter with its number of results; `more` where that is the number of those that were counted.

    `address`: the query string of a search for all that has this value, whatever the words. `sample`: it is made up.
    """

    value: str
    address: str
    label: str | Promise
    count: int
    chosen: bool
    more: bool
    sample: bool

    @property
    def counted(self) -> str:
        """The number as the form prints it: "12", or "1000+" where there are more."""
        return f"{self.count}+" if self.more else str(self.count)


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
    return [_offered(one, counted, query) for one in filters.filters]


def _offered(one: Filter, counted: FacetCounts, query: Query) -> OfferedFacet:
    facet, choices = one.facet, one.choices
    if facet is YEAR:
        years = {*counted.by_facet[facet.name], *(choice.value for choice in choices)}
        choices = [Choice(year, int(year), year) for year in sorted(years, reverse=True)]
    listed = [_offer(choice, one, counted) for choice in choices]
    kept = [offer for offer in listed if offer.count or offer.chosen][:MOST_OFFERED]
    return OfferedFacet(facet.name, facet.label, kept, one.chosen, query.without(facet.name))


def _offer(choice: Choice, one: Filter, counted: FacetCounts) -> Offer:
    count = counted.by_facet[one.facet.name].get(str(choice.key), 0)
    of_texts = one.facet is not TYPE or choice.key not in registers()
    more = bool(count) and counted.many_texts and of_texts
    address = Query("", {one.facet.name: choice.value}).address()
    counted_to = min(count, MOST_TEXTS) if more else count
    return Offer(choice.value, address, choice.label, counted_to, choice == one.chosen, more, choice.sample)
