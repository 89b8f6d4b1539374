"""The filters as the form offers them: each value with the number of results it leads to."""

from dataclasses import dataclass

from ..facets import TYPE, YEAR
from .filters import Choice
from .limits import MOST_TEXTS, registers

MOST_OFFERED = 60


@dataclass(frozen=True)
class Offer:
    """One value of a filter with its number of results; `more` where that is the number of those that were counted."""

    value: str
    label: str
    count: int
    chosen: bool
    more: bool

    @property
    def counted(self):
        """The number as the form prints it: "12", or "1000+" where there are more."""
        return f"{self.count}+" if self.more else str(self.count)


@dataclass(frozen=True)
class OfferedFacet:
    """One filter in the form: its name and label, what it offers, and the way to this search without it."""

    name: str
    label: str
    offers: list[Offer]
    chosen: Choice | None
    without: str


def facet_choices(filters, counted, query):
    """Return an OfferedFacet for each filter; a value that leads nowhere is offered only where it is chosen."""
    return [_offered(one, counted, query) for one in filters.filters]


def _offered(one, counted, query):
    facet, choices = one.facet, one.choices
    if facet is YEAR:
        years = {*counted.by_facet[facet.name], *(choice.value for choice in choices)}
        choices = [Choice(year, int(year), year) for year in sorted(years, reverse=True)]
    listed = [_offer(choice, one, counted) for choice in choices]
    kept = [offer for offer in listed if offer.count or offer.chosen][:MOST_OFFERED]
    return OfferedFacet(facet.name, facet.label, kept, one.chosen, query.without(facet.name))


def _offer(choice, one, counted):
    count = counted.by_facet[one.facet.name].get(str(choice.key), 0)
    of_texts = one.facet is YEAR or (one.facet is TYPE and choice.key not in registers())
    more = bool(count) and counted.many_texts and of_texts
    return Offer(choice.value, choice.label, min(count, MOST_TEXTS) if more else count, choice == one.chosen, more)
