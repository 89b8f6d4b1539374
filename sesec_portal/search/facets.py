"""The filters of a search, each declared once: its parameter, its condition, its counts and its choices follow.

Kinds and years are the search's own; the others are the `facet` of a page type.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, get_page_models


@dataclass(frozen=True)
class Facet:
    """A filter by its name in addresses, its label, and the column of the index; `many`: whether that holds a list."""

    name: str
    label: str | Promise
    column: str
    many: bool = True

    def condition(self, key: object) -> Q:
        """Return what an entry must fulfil that has a key: a Q."""
        return Q(**{f"{self.column}__contains": [key]} if self.many else {self.column: key})


TYPE = Facet("type", _("Type"), "kind", many=False)
YEAR = Facet("year", _("Year"), "years")


@cache
def page_facets() -> dict[str, type[Page]]:
    """Return the page types that have a `facet`, by the name of that PageFacet, in the order of their kinds."""
    models = [model for model in get_page_models() if getattr(model, "facet", None)]
    return {model.facet.name: model for model in sorted(models, key=lambda model: model.search_order)}


@cache
def facets() -> list[Facet]:
    """Return every Facet in the order of the form."""
    of_pages = [model.facet for model in page_facets().values()]
    return [TYPE, *(Facet(facet.name, facet.label, facet.column) for facet in of_pages), YEAR]


def columns_of(about: Mapping[str, Collection[int]]) -> dict[str, list[int]]:
    """Return what the index keeps of `Facets.about`, by column.

    Raises KeyError for a name that no page type has for its facet.
    """
    columns: dict[str, set[int]] = {}
    for name, keys in about.items():
        columns.setdefault(page_facets()[name].facet.column, set()).update(keys)
    return {column: sorted(keys) for column, keys in columns.items()}
