"""Wagtail's PostgreSQL search, taught to find Chinese words.

PostgreSQL takes a Chinese clause for one word. Here Chinese runs are cut into words, with the dictionary of jieba,
both when a text is indexed and when it is asked for.
"""

import re

import rjieba
from modelsearch.backends.database.postgres import postgres
from modelsearch.query import Phrase, PlainText

_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")


def words_to_index(text):
    """Return the text with each Chinese run cut into words, and long words also into their parts."""
    return _CHINESE.sub(lambda run: f" {' '.join(rjieba.cut_for_search(run[0]))} ", text)


def words_to_find(text):
    """Return the text with each Chinese run cut into words once."""
    return " ".join(_CHINESE.sub(lambda run: f" {' '.join(rjieba.cut(run[0]))} ", text).split())


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
            every = "and" if _CHINESE.search(query.query_string) else query.operator
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
