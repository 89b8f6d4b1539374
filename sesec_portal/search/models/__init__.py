"""The tables of the search: what readers can find, the words that it is made of, and words that mean the same."""

from .entries import CONFIG, FORMAT, SearchEntry, SearchEntryQuerySet, tsquery_for
from .synonyms import SynonymGroup
from .words import SearchWord

__all__ = ["CONFIG", "FORMAT", "SearchEntry", "SearchEntryQuerySet", "SearchWord", "SynonymGroup", "tsquery_for"]
