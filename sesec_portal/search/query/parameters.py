"""What a reader asks, as the address of the search says it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from sesec_portal.languages.han import HAN_CHARACTER
from sesec_portal.languages.segmentation import words_to_find

from ..facets import facets

# A dash before nothing excludes nothing; PostgreSQL takes it for the next word's, and fails at seventy in a row.
_LONE_DASH = re.compile(r'-(?![\w"])')
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

    @property
    def terms(self) -> str:
        """The words as the index can be asked for them: full-width letters made plain, Chinese cut into words.

        Quotation marks keep an order of words, which parts of Chinese words do not have; they are left out there.
        """
        plain = _LONE_DASH.sub(" ", unicodedata.normalize("NFKC", self.words))
        return words_to_find(plain.replace('"', " ") if HAN_CHARACTER.search(plain) else plain)

    def address(self, **changes: str | int) -> str:
        """Return the query string of this search with changes, on the first page of results unless they name one.

        Arguments: `q`, `page`, and facets with their new values; an empty value takes a filter away.
        """
        parameters = {"q": self.words, **self.chosen, **changes}
        return "?" + urlencode({name: value for name, value in parameters.items() if value})

    def without(self, facet: str) -> str:
        """Return the query string of this search without one filter."""
        return self.address(**{facet: ""})
