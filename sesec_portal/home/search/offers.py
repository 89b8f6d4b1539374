"""The filters as the form offers them: each value with the number of results it leads to."""

from dataclasses import dataclass

from .filters import Choice

MOST_OFFERED = 60


@dataclass(frozen=True)
class Offer:
    """One value of a filter with its number of results."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class OfferedFacet:
    """One filter in the form: its name and label, what it offers, and the way to this search without it."""

    name: str
    label: str
    offers: list[Offer]
    chosen: Choice | None
    without: str


def offers(filters, counted, asked):
    """Return an OfferedFacet for each filter; a value that leads nowhere is offered only where it is chosen."""
    return [_offered(facet, counted.by_facet[facet.name], asked) for facet in filters.facets]


def _offered(facet, counts, asked):
    choices = facet.choices
    if facet.name == "year":
        years = {*counts, *(choice.value for choice in choices)}
        choices = [Choice(year, int(year), year) for year in sorted(years, reverse=True)]
    listed = [
        Offer(choice.value, choice.label, counts.get(str(choice.key), 0), choice == facet.chosen) for choice in choices
    ]
    kept = [offer for offer in listed if offer.count or offer.chosen][:MOST_OFFERED]
    return OfferedFacet(facet.name, facet.label, kept, facet.chosen, asked.without(facet.name))
