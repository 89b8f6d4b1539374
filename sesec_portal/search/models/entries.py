"""What readers can find, as the index keeps it."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import F, Q
from wagtail.documents import get_document_model_string

from ..index.visibility import open_to_readers

# The configuration of PostgreSQL's text search: English words by their stems, without accents.
CONFIG = "sesec"
# How words are written in the index; it grows by one when `words` changes, and older entries are written anew.
FORMAT = 3


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """The questions that a search asks."""

    def visible(self) -> Self:
        """Return the entries that any reader may find at this moment."""
        return self.filter(open_to_readers())

    def matching(self, words: str) -> Self:
        """Return the entries that have these words: an expression of `words.asking`."""
        return self.filter(vector=tsquery_for(words))


def tsquery_for(words: str) -> SearchQuery:
    """Return the SearchQuery for an expression of `words.asking`."""
    return SearchQuery(words, config=CONFIG, search_type="raw")


class SearchEntry(models.Model):
    """What a reader can find: a page in the language it is written in, a document, an entry of a register or a view.

    Pages that only stand in for another language have no entry: the page they show has it. Entries of registers and
    views are told by a `key` of `records`, and have one entry in each language.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="search_entry", editable=False
    )
    document = models.OneToOneField(
        get_document_model_string(), null=True, on_delete=models.CASCADE, related_name="search_entry", editable=False
    )
    key = models.CharField(max_length=100, null=True, unique=True, editable=False)  # noqa: DJ001  NULL for what has none
    # Of an entry of a register: the page in the first language that shows it, and what follows that page's address.
    shown_on = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="+", editable=False
    )
    rest = models.CharField(max_length=120, default="", db_default="", editable=False)
    format = models.PositiveSmallIntegerField(default=FORMAT, db_default=0, editable=False)
    kind = models.CharField(max_length=30, editable=False)
    language = models.CharField(max_length=10, editable=False)
    translation_key = models.UUIDField(null=True, editable=False)
    title = models.CharField(max_length=255, editable=False)
    # Other names of the same thing, as `words.folding.name_of` writes them: who types one whole looks for it.
    names = ArrayField(models.TextField(), default=list, db_default=[], editable=False)
    summary = models.TextField(editable=False)
    text = models.TextField(editable=False)
    # Of the file in which the text was read, so that the text of a replaced file goes with it.
    file_hash = models.CharField(max_length=40, editable=False)
    # Primary keys of the pages that it is about, for each filter of core.facets.PageFacet by its column.
    phases = ArrayField(models.IntegerField(), default=list, editable=False)
    partners = ArrayField(models.IntegerField(), default=list, editable=False)
    subjects = ArrayField(models.IntegerField(), default=list, db_default=[], editable=False)
    # And of the entries of registers that it is about, for each RecordFacet.
    topics = ArrayField(models.IntegerField(), default=list, db_default=[], editable=False)
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
                condition=Q(page__isnull=False, document__isnull=True, key__isnull=True)
                | Q(page__isnull=True, document__isnull=False, key__isnull=True)
                | Q(page__isnull=True, document__isnull=True, key__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title
