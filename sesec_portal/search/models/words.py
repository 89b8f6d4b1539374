"""The words of the index, kept for suggestions."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models


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
