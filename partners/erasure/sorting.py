"""What stands where: copies of what was, which nobody can reword, and what an editor could."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models import Model
from django_tasks_db.models import DBTaskResult
from wagtail.models import BaseLogEntry, ModelLogEntry, Page, Revision, TaskState, WorkflowState
from wagtail.search.models import IndexEntry
from wagtail_localize.models import String, StringSegment, StringTranslation, TranslationSource

from sesec_portal.bin.models import DeletedRow, Deletion
from sesec_portal.core.drafts_in_use import waiting_versions
from sesec_portal.core.sources import FORMER_TEXTS, Sourced
from sesec_portal.search.models import SearchEntry
from sesec_portal.wording.models import AcceptedWording

from .names import Names
from .places import Place, owner_of, places_of


@dataclass
class Standing:
    """Something in which the name stands in words, with what its places are called; perhaps only in a draft."""

    thing: Model
    places: list[str] = field(default_factory=list)
    in_draft: bool = False


@dataclass
class Sorted:
    """Where a name stands, sorted by what can be done about it."""

    # Former versions, lines of histories, comments of reviews, reasons for words that stay.
    struck: list[Place] = field(default_factory=list)
    # Texts of translations that no page has any more, and tasks that are done.
    dropped: list[Place] = field(default_factory=list)
    deletions: set[object] = field(default_factory=set)
    # What is found, by readers and by editors; made anew from the rest.
    entries: list[Place] = field(default_factory=list)
    standing: list[Standing] = field(default_factory=list)


def sort(names: Names, besides: Iterable[Model] = ()) -> Sorted:
    """Return where the names stand. Argument: what goes anyhow, a person and the photos."""
    found, current, standing = Sorted(), _current_versions(), []
    left_out = {part for thing in besides for part in _parts_of(thing)}
    for place in (part for whole in places_of(names) for part in _parted(whole)):
        if (place.model, place.pk) in left_out:
            continue
        if _is_copy(place, current) or _is_former(place):
            found.struck.append(place)
        elif place.model in (Deletion, DeletedRow):
            found.deletions.add(_deletion_of(place))
        elif _is_left_over(place):
            found.dropped.append(place)
        elif place.model is IndexEntry or _is_no_document(place):
            found.entries.append(place)
        else:
            standing.append(place)
    found.standing = [each for each in _things_in(standing) if _identity(each.thing) not in left_out]
    return found


def _parted(place: Place) -> list[Place]:
    """Return the texts that named a source in the release before, which no form shows, apart from what one does."""
    former = {name for name in place.fields if issubclass(place.model, Sourced) and name in FORMER_TEXTS}
    parts = ([name for name in place.fields if (name in former) is apart] for apart in (True, False))
    return [replace(place, fields=tuple(part)) for part in parts if part]


def _is_former(place: Place) -> bool:
    return issubclass(place.model, Sourced) and place.fields[0] in FORMER_TEXTS


def _things_in(places: list[Place]) -> list[Standing]:
    """Return the things that an editor would open to reword these places, each once."""
    standing: dict[tuple[type, object, bool], Standing] = {}
    for place in places:
        owner = owner_of(place.row())
        # What stands in for a page says what that page says.
        if getattr(owner, "alias_of_id", None):
            continue
        # A page has rows in two tables.
        kind = Page if isinstance(owner, Page) else type(owner)
        in_draft = place.model is Revision
        each = standing.setdefault((kind, owner.pk, in_draft), Standing(owner, in_draft=in_draft))
        each.places += [label for label in place.labels() if label not in each.places and not in_draft]
    # What its row says is no news in its draft.
    return [each for (*thing, in_draft), each in standing.items() if not (in_draft and (*thing, False) in standing)]


def _deletion_of(place: Place) -> object:
    row = place.row()
    return row.deletion_id if isinstance(row, DeletedRow) else place.pk


def _parts_of(thing: Model) -> set[tuple[type[Model], object]]:
    """Return what goes with a thing as rows: itself, its versions, its history and its reviews."""
    parts = [Revision.objects.for_instance(thing), ModelLogEntry.objects.for_instance(thing)]
    parts.append(TaskState.objects.filter(workflow_state__in=WorkflowState.objects.for_instance(thing)))
    rows = {(part.model, pk) for part in parts for pk in part.values_list("pk", flat=True)}
    return rows | {_identity(thing)}


def _identity(thing: Model) -> tuple[type[Model], object]:
    return type(thing), thing.pk


def _current_versions() -> set[int]:
    """Return the versions that are not yet past: the latest, published, scheduled, or under review."""
    current = set(waiting_versions().values_list("pk", flat=True))
    current |= set(TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values_list("revision", flat=True))
    return current


def _is_copy(place: Place, current: set[int]) -> bool:
    if issubclass(place.model, BaseLogEntry | TaskState | AcceptedWording):
        return True
    if place.model is not Revision or place.pk in current:
        return False
    thing = Revision.objects.get(pk=place.pk).content_object
    return place.pk not in (getattr(thing, "latest_revision_id", None), getattr(thing, "live_revision_id", None))


def _is_no_document(place: Place) -> bool:
    return place.model is SearchEntry and SearchEntry.objects.filter(pk=place.pk, document=None).exists()


def _is_left_over(place: Place) -> bool:
    """Tell whether nothing shows a row any more: a text that no page has, a task that is done."""
    if place.model is String:
        return not StringSegment.objects.filter(string=place.pk).exists()
    if place.model is StringTranslation:
        translation = StringTranslation.objects.get(pk=place.pk)
        shown = StringSegment.objects.filter(string=translation.translation_of_id, context=translation.context_id)
        return not shown.exists()
    if place.model is TranslationSource:
        return owner_of(place.row()) == place.row()
    return place.model is DBTaskResult and DBTaskResult.objects.finished().filter(pk=place.pk).exists()
