"""The filters of a search, each declared once: its parameter, its condition, its counts and its choices follow.

Kinds and years are the search's own; the others are the `facet` of a page type, or a RecordFacet that an app returns
from a function which it gives to Wagtail's hook `register_search_facets`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page, get_page_models

from sesec_portal.core.facets import RecordFacet


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
def record_facets() -> dict[str, RecordFacet]:
    """Return every RecordFacet by its name."""
    return {facet.name: facet for register in hooks.get_hooks("register_search_facets") for facet in register()}


@cache
def facets() -> list[Facet]:
    """Return every Facet in the order of the form."""
    of_pages = [model.facet for model in page_facets().values()]
    of_things = [Facet(facet.name, facet.label, facet.column) for facet in [*of_pages, *record_facets().values()]]
    return [TYPE, *of_things, YEAR]


def columns_of(about: Mapping[str, Collection[int]]) -> dict[str, list[int]]:
    """Return what the index keeps of `Facets.about`, by column.

    Raises KeyError for a name that no page type and no app has for its facet.
    """
    columns: dict[str, set[int]] = {}
    for name, keys in about.items():
        facet = record_facets().get(name) or page_facets()[name].facet
        columns.setdefault(facet.column, set()).update(keys)
    return {column: sorted(keys) for column, keys in columns.items()}
