"""The deed: a person's entry is emptied and stays, so that terms and offices that refer to it stay true."""

from dataclasses import dataclass, field

from django.db import models, transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, ReferenceIndex, Revision, WorkflowState
from wagtail.search import index

from partners.models import CareerStep, Person
from sesec_portal.bin.models import DeletedRow, Deletion
from sesec_portal.core.drafts_in_use import drafts_naming
from sesec_portal.media.models import PortalImage

from . import photos
from .copies import clear
from .names import Names
from .sorting import Sorted, Standing, sort

ACTION = "partners.erase"


@dataclass
class Finding:
    """What is known of a person beside the entry itself, before anything is done, or as it was done."""

    names: Names
    words: Sorted
    used_by: list[models.Model] = field(default_factory=list)
    versions: int = 0
    photos: list[PortalImage] = field(default_factory=list)
    kept_photos: list[Standing] = field(default_factory=list)

    @property
    def deletions(self) -> models.QuerySet[Deletion]:
        """The entries of the bin that hold the name."""
        return Deletion.objects.filter(pk__in=self.words.deletions)


def find(person: Person) -> Finding:
    """Return what erasing a person would do, and what it would leave."""
    gone, kept = [], []
    for picture in photos.photos_of(person):
        if others := photos.others_with(picture, person):
            kept.append(Standing(picture, [str(other) for other in others]))
        else:
            gone.append(picture)
    names = _names_of(person)
    words = sort(names, besides=[person, *gone])
    taken = DeletedRow.objects.filter(model=person._meta.label, primary_key=str(person.pk))
    words.deletions |= set(taken.values_list("deletion", flat=True))
    versions = Revision.objects.for_instance(person).count()
    return Finding(names, words, used_by=uses_of(person), versions=versions, photos=gone, kept_photos=kept)


def uses_of(person: Person) -> list[models.Model]:
    """Return the pages and entries that refer to a person, published or in a draft."""
    found = [thing for thing, _ in ReferenceIndex.get_grouped_references_to(person)]
    used = [thing.specific if isinstance(thing, Page) else thing for thing in found]
    used = [thing for thing in used if not getattr(thing, "alias_of_id", None)]
    return used + [draft for draft in drafts_naming([person]) if draft not in used]


@transaction.atomic
def erase(person: Person, user: models.Model) -> Finding:
    """Erase a person's data and return what was done; names that stand in somebody's prose are told, not changed."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    done = find(person)
    _empty(person)
    for photo in done.photos:
        photos.remove(photo)
    clear(done.words, done.names)
    index.insert_or_update_object(person)
    log(person, ACTION, user=user)
    return done


@transaction.atomic
def look_again(names: Names) -> Finding:
    """Strike a name out of the copies that have come since, and return where it stands still."""
    done = Finding(names, sort(names))
    clear(done.words, names)
    return done


def _names_of(person: Person) -> Names:
    written = {person.name, person.name_zh}
    for version in Revision.objects.for_instance(person):
        written |= {version.content.get(name) or "" for name in ("name", "name_zh")}
    return Names(written)


def _empty(person: Person) -> None:
    for name in Person.WORDS:
        setattr(person, name, "")
    person.photo, person.erased_on = None, timezone.localdate()
    person.live = person.has_unpublished_changes = person.locked = False
    person.latest_revision = person.live_revision = person.locked_by = person.locked_at = None
    person.go_live_at = person.expire_at = None
    CareerStep.objects.filter(person=person).delete()
    person.save()
    WorkflowState.objects.for_instance(person).delete()
    Revision.objects.for_instance(person).delete()
    ModelLogEntry.objects.for_instance(person).update(label=str(person), data={}, revision=None)
