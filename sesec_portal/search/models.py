"""The tables of the index."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import F, Q
from wagtail.documents import get_document_model_string

from .index.visibility import open_to_readers

CONFIG = "english"


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """The questions that a search asks."""

    def visible(self) -> Self:
        """Return the entries that any reader may find at this moment."""
        return self.filter(open_to_readers())

    def matching(self, words: str) -> Self:
        """Return the entries in which all the words stand, as web searches read them: "a phrase", or, -not."""
        return self.filter(vector=tsquery_for(words))


def tsquery_for(words: str) -> SearchQuery:
    """Return the SearchQuery for words that are cut as those of the index are (`words_to_find`)."""
    return SearchQuery(words, config=CONFIG, search_type="websearch")


class SearchEntry(models.Model):
    """What a reader can find: a page in the language it is written in, or a document.

    Pages that only stand in for another language have no entry: the page they show has it.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="search_entry", editable=False
    )
    document = models.OneToOneField(
        get_document_model_string(), null=True, on_delete=models.CASCADE, related_name="search_entry", editable=False
    )
    kind = models.CharField(max_length=30, editable=False)
    language = models.CharField(max_length=10, editable=False)
    translation_key = models.UUIDField(null=True, editable=False)
    title = models.CharField(max_length=255, editable=False)
    summary = models.TextField(editable=False)
    text = models.TextField(editable=False)
    # Of the file in which the text was read, so that the text of a replaced file goes with it.
    file_hash = models.CharField(max_length=40, editable=False)
    # Primary keys of the pages that it is about, for each filter of core.facets.PageFacet by its column.
    phases = ArrayField(models.IntegerField(), default=list, editable=False)
    partners = ArrayField(models.IntegerField(), default=list, editable=False)
    subjects = ArrayField(models.IntegerField(), default=list, db_default=[], editable=False)
    years = ArrayField(models.SmallIntegerField(), editable=False)
    day = models.DateField(null=True, editable=False)
    sample = models.BooleanField(editable=False)
    title_vector = SearchVectorField(editable=False)
    vector = SearchVectorField(editable=False)

    # What PostgreSQL made of the words that an entry was found by; `ranking.to_show` asks for it.
    tsquery: str

    objects = models.Manager.from_queryset(SearchEntryQuerySet)()

    class Meta:
        db_table = "core_searchentry"
        verbose_name = "search entry"
        verbose_name_plural = "search entries"
        indexes = [
            GinIndex(fields=["language", "vector"], name="search_entry_words"),
            GinIndex(fields=["title_vector"], name="search_entry_title"),
            models.Index(fields=["kind"], name="search_entry_kind"),
            models.Index(F("day").desc(nulls_last=True), "id", name="search_entry_newest"),
            models.Index(fields=["translation_key"], name="search_entry_translations"),
        ]
        constraints = [
            models.CheckConstraint(
                name="search_entry_is_of_one_thing",
                condition=Q(page__isnull=False, document__isnull=True) | Q(page__isnull=True, document__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """A word that stood in an indexed text, for guessing what a reader meant.

    Words are never taken out one by one: before one is suggested, a search makes sure that a reader can find it.
    """

    word = models.CharField(max_length=30, unique=True, editable=False)
    written = models.CharField(max_length=30, editable=False)

    class Meta:
        db_table = "core_searchword"
        verbose_name = "search word"
        indexes = [GinIndex(fields=["word"], name="search_word_trigrams", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.written
