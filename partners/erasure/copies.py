"""Copies of what was, which nobody can reword: a name is struck out of them, or they go."""

from wagtail.admin.models import FormState
from wagtail.search import index
from wagtail.search.models import IndexEntry

from sesec_portal.bin.emptying import forget
from sesec_portal.bin.models import Deletion
from sesec_portal.search.index.entries import write_anew
from sesec_portal.search.index.vocabulary import forget as forget_words
from sesec_portal.search.models import SearchEntry
from sesec_portal.spreadsheets.models import Upload

from .names import Names
from .sorting import Sorted


def clear(found: Sorted, names: Names) -> None:
    """Strike the names out of the copies, let go of what is left over and in the bin, and write searches anew."""
    for place in found.struck:
        if row := place.row():
            changed = {name: names.struck_from(row.serializable_value(name)) for name in place.fields}
            place.model._base_manager.filter(pk=place.pk).update(**changed)
    for place in found.dropped:
        place.model._base_manager.filter(pk=place.pk).delete()
    for deletion in Deletion.objects.filter(pk__in=found.deletions):
        forget(deletion)
    for entry in filter(None, [place.row() for place in found.entries]):
        _write_anew(entry)
    # Files that wait for their import can hold anybody.
    Upload.objects.all().delete()
    # What the previews of forms remember for a day; the next key typed writes it anew.
    FormState.objects.all().delete()
    forget_words(word for name in names.written for word in name.split())


def _write_anew(entry: SearchEntry | IndexEntry) -> None:
    if isinstance(entry, SearchEntry):
        write_anew(entry)
    elif thing := entry.content_object:
        index.insert_or_update_object(thing)
    else:
        entry.delete()
