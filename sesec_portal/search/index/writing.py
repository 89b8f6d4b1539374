"""How an entry is written into the table, whatever it is of."""

from collections.abc import Sequence

from django.contrib.postgres.search import CombinedSearchVector, SearchVector
from django.db.models import Value

from ..models import CONFIG, FORMAT, SearchEntry
from ..words.folding import name_of
from ..words.indexing import fragments_of, words_of
from .vocabulary import remember

LONGEST_TEXT = 100_000
# By what makes an entry the only one of its thing.
_OF_PAGE, _OF_DOCUMENT, _OF_KEY = ["page"], ["document"], ["key"]
_WRITTEN = [field.name for field in SearchEntry._meta.fields if field.name not in {"id", "page", "document", "key"}]


def write(entry: SearchEntry, words: str = "", beside: str = "", names: Sequence[str] = ()) -> None:
    """Write an entry, or write it anew.

    Arguments: `words` by which it is found as by those of its summary, words `beside`, which count least, and other
    `names` of the same thing, of which each counts as its title does for who types it whole; empty ones are left out.
    """
    text = entry.text = entry.text[:LONGEST_TEXT]
    names = [name for name in names if name]
    words = "\n".join([words, *names])
    pieces = fragments_of("\n".join((entry.title, words, entry.summary, text)))
    entry.format = FORMAT
    entry.names = [name_of(name) for name in names]
    entry.title_vector = _vector((words_of(entry.title), "A"))
    entry.vector = _vector(
        (words_of(entry.title), "A"),
        (words_of(words), "B"),
        (words_of(entry.summary), "B"),
        (words_of(text), "C"),
        (f"{beside} {pieces}", "D"),
    )
    unique = _OF_PAGE if entry.page_id else _OF_DOCUMENT if entry.document_id else _OF_KEY
    SearchEntry.objects.bulk_create([entry], update_conflicts=True, unique_fields=unique, update_fields=_WRITTEN)
    remember(f"{entry.title} {entry.summary} {text}")


def _vector(*weighted: tuple[str, str]) -> SearchVector | CombinedSearchVector:
    vectors = [SearchVector(Value(text), weight=weight, config=CONFIG) for text, weight in weighted]
    return sum(vectors[1:], vectors[0])
