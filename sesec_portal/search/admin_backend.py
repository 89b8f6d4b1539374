"""Wagtail's PostgreSQL search, with which editors find things in the admin, taught to find Chinese words.

Chinese runs are cut into words both when a text is indexed (`core.patches`) and when it is asked for.
"""

from modelsearch.backends.database.postgres import postgres
from modelsearch.query import Phrase, PlainText, SearchQuery

from sesec_portal.languages.han import HAN_CHARACTER
from sesec_portal.languages.segmentation import words_to_find


class SearchQueryCompiler(postgres.PostgresSearchQueryCompiler):
    """Compiles a search, and cuts what is asked for as it was cut when indexed."""

    def build_tsquery_content(self, query: SearchQuery, config: str | None = None, invert: bool = False) -> object:
        if isinstance(query, PlainText):
            every = "and" if HAN_CHARACTER.search(query.query_string) else query.operator
            query = PlainText(words_to_find(query.query_string), operator=every)
        elif isinstance(query, Phrase):
            query = Phrase(words_to_find(query.query_string))
        return super().build_tsquery_content(query, config=config, invert=invert)


class AutocompleteQueryCompiler(SearchQueryCompiler, postgres.PostgresAutocompleteQueryCompiler):
    """Compiles a search for beginnings of words."""


class SearchBackend(postgres.PostgresSearchBackend):
    """PostgreSQL full text, English and Chinese."""

    query_compiler_class = SearchQueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
