"""What the registers say of pages and of each other, in the search index."""

from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from partners.models import PartnerPage, Person
from phases.models import PhasePage
from sesec_portal.search.index.entries import index_page, index_pages_later
from sesec_portal.search.index.records import index_record, index_records

from .models import (
    Decision,
    MeetingPage,
    PriorityRevisionPage,
    Seat,
    Sector,
    StatusEntry,
    SteeringCommitteePage,
    TermOfOffice,
)


def connect():
    """Keep the entries of pages and registers that print decisions, sectors, names or phases in step, from now on."""
    for signal in (page_published, page_unpublished):
        signal.connect(_phase_changed, sender=PhasePage)
    pre_save.connect(_note_former_meeting, sender=Decision)
    pre_save.connect(_note_former_holder, sender=TermOfOffice)
    for signal in (post_save, post_delete):
        signal.connect(_decision_changed, sender=Decision)
        signal.connect(_term_changed, sender=TermOfOffice)
    post_save.connect(_sector_changed, sender=Sector)
    post_save.connect(_status_changed, sender=StatusEntry)
    post_save.connect(_seat_changed, sender=Seat)
    post_save.connect(_person_changed, sender=Person)
    for signal in (page_published, page_unpublished):
        signal.connect(_list_shown_or_hidden, sender=PriorityRevisionPage)
        signal.connect(_committee_shown_or_hidden, sender=SteeringCommitteePage)
        signal.connect(_partner_shown_or_hidden, sender=PartnerPage)


def _phase_changed(**kwargs):
    index_pages_later(Page.objects.live().type(MeetingPage, PriorityRevisionPage))


def _note_former_meeting(instance, **kwargs):
    instance.former_meeting_id = Decision.objects.filter(pk=instance.pk).values_list("meeting", flat=True).first()


def _decision_changed(instance, raw=False, **kwargs):
    """Write the pages that print the decision anew at once: what is made internal must not be found a moment longer."""
    if raw:
        return
    meetings = [instance.meeting_id, getattr(instance, "former_meeting_id", None)]
    keys = MeetingPage.objects.filter(pk__in=meetings).values("translation_key")
    printing = Q(translation_key__in=keys) | Page.objects.type_q(SteeringCommitteePage)
    for page in Page.objects.live().filter(printing).specific():
        index_page(page)


def _sector_changed(instance, raw, **kwargs):
    if not raw:
        keys = PriorityRevisionPage.objects.filter(items__sector=instance).values("translation_key")
        index_pages_later(Page.objects.live().filter(translation_key__in=keys))


def _note_former_holder(instance, **kwargs):
    instance.former_holder = Person.objects.filter(terms_of_office=instance.pk).first() if instance.pk else None


def _term_changed(instance, raw=False, **kwargs):
    if not raw:
        index_records(filter(None, [instance.holder, getattr(instance, "former_holder", None)]))
        index_records(Seat.objects.filter(pk=instance.seat_id))


def _seat_changed(instance, raw, **kwargs):
    if not raw:
        index_records(Person.objects.filter(terms_of_office__seat=instance))


def _person_changed(instance, raw, **kwargs):
    if not raw:
        index_records(Seat.objects.filter(terms__holder=instance))


def _partner_shown_or_hidden(instance, **kwargs):
    index_records(Seat.objects.filter(partner=instance.original))


def _status_changed(instance, raw, **kwargs):
    if not raw:
        index_record(instance.decision)


def _list_shown_or_hidden(instance, **kwargs):
    index_records(Sector.objects.filter(places__revision=instance.original))


def _committee_shown_or_hidden(**kwargs):
    index_records(Person.objects.filter(terms_of_office__isnull=False))
    index_records(Seat.objects.all())
