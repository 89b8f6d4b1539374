"""What a reader asks, as the address of the search says it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self
from urllib.parse import urlencode

from ..facets import facets
from ..words.compounds import with_roman_number
from ..words.folding import folded
from ..words.questions import thing_named
from .widening import Asked, asked, same_as

_YEAR = re.compile(r"(?<![\w.])(?:19|20)\d\d(?![a-zA-Z0-9_])")
LONGEST_QUERY = 200
LONGEST_CHOICE = 60


@dataclass(frozen=True)
class Query:
    """The words, the filters chosen (facet to value, as typed), and the page of results."""

    words: str
    chosen: dict[str, str]
    page: int = 1

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """Return what the parameters of a request ask; whatever they hold, it can be searched for."""
        words = parameters.get("q", "").strip()[:LONGEST_QUERY].strip()
        values = {facet.name: parameters.get(facet.name, "").strip()[:LONGEST_CHOICE] for facet in facets()}
        number = parameters.get("page", "")[:4]
        page = int(number) if number.isascii() and number.isdecimal() else 1
        return cls(words, {facet: value for facet, value in values.items() if value}, max(page, 1))

    @cached_property
    def asked(self) -> Asked:
        """What the index is asked for the words."""
        return asked(thing_named(self.words))

    @property
    def terms(self) -> str:
        """The words as the index can be asked for them, and terms that mean the same."""
        return self.asked.terms

    @property
    def titles(self) -> set[str]:
        """What a title would be that says just this: phases have Roman numbers in theirs, and a thing several names."""
        thing = thing_named(folded(self.words))
        return {self.words, with_roman_number(thing), thing, *same_as(thing)}

    @property
    def year(self) -> str:
        """The year among the words; an empty text for none, or several."""
        years = set(_YEAR.findall(folded(self.words)))
        return years.pop() if len(years) == 1 else ""

    def address(self, **changes: str | int) -> str:
        """Return the query string of this search with changes, on the first page of results unless they name one.

        Arguments: `q`, `page`, and facets with their new values; an empty value takes a filter away.
        """
        parameters = {"q": self.words, **self.chosen, **changes}
        return "?" + urlencode({name: value for name, value in parameters.items() if value})

    def without(self, facet: str) -> str:
        """Return the query string of this search without one filter."""
        return self.address(**{facet: ""})
