"""Wagtail's PostgreSQL search, with which editors find things in the admin, taught to find Chinese words.

Chinese runs are cut into words both when a text is indexed and when it is asked for.
"""

from modelsearch.backends.database.postgres import postgres
from modelsearch.query import Phrase, PlainText

from .chinese import CHINESE, words_to_find, words_to_index


class ObjectIndexer(postgres.ObjectIndexer):
    """Indexes Chinese by the word."""

    def as_vector(self, texts, for_autocomplete=False):
        return super().as_vector([(words_to_index(text), weight) for text, weight in texts], for_autocomplete)


# The index has no setting for its indexer; this backend is the only one, so the replacement holds for the process.
postgres.ObjectIndexer = ObjectIndexer


class _ChineseWords:
    """Cuts what is asked for as it was cut when indexed."""

    def build_tsquery_content(self, query, config=None, invert=False):
        if isinstance(query, PlainText):
            every = "and" if CHINESE.search(query.query_string) else query.operator
            query = PlainText(words_to_find(query.query_string), operator=every)
        elif isinstance(query, Phrase):
            query = Phrase(words_to_find(query.query_string))
        return super().build_tsquery_content(query, config=config, invert=invert)


class SearchQueryCompiler(_ChineseWords, postgres.PostgresSearchQueryCompiler):
    """Compiles a search."""


class AutocompleteQueryCompiler(_ChineseWords, postgres.PostgresAutocompleteQueryCompiler):
    """Compiles a search for beginnings of words."""


class SearchBackend(postgres.PostgresSearchBackend):
    """PostgreSQL full text, English and Chinese."""

    query_compiler_class = SearchQueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
