"""The filters as the form offers them: each value with the number of results it leads to."""

from dataclasses import dataclass

from .filters import Choice
from .limits import MOST_TEXTS, TEXTS

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
    return [_offered(facet, counted, query) for facet in filters.facets]


def _offered(facet, counted, query):
    choices = facet.choices
    if facet.name == "year":
        years = {*counted.by_facet["year"], *(choice.value for choice in choices)}
        choices = [Choice(year, int(year), year) for year in sorted(years, reverse=True)]
    listed = [_offer(choice, facet, counted) for choice in choices]
    kept = [offer for offer in listed if offer.count or offer.chosen][:MOST_OFFERED]
    return OfferedFacet(facet.name, facet.label, kept, facet.chosen, query.without(facet.name))


def _offer(choice, facet, counted):
    count = counted.by_facet[facet.name].get(str(choice.key), 0)
    more = bool(count) and counted.many_texts and (facet.name == "year" or choice.key in TEXTS)
    return Offer(choice.value, choice.label, min(count, MOST_TEXTS) if more else count, choice == facet.chosen, more)
