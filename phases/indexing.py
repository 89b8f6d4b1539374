"""What a phase says of the pages below it, and of the people in its team, in the search index."""

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from partners.models import Person
from sesec_portal.search.index.entries import index_pages_later
from sesec_portal.search.index.records import index_records

from .models import PhasePage, TeamMember


def connect():
    """Keep the entries of terms of reference in step with the dates of their phase, and its team's, from now on."""
    page_published.connect(_phase_published, sender=PhasePage)
    for signal in (page_published, page_unpublished):
        signal.connect(_team_shown_or_hidden, sender=PhasePage)
    pre_save.connect(_note_former_person, sender=TeamMember)
    for signal in (post_save, post_delete):
        signal.connect(_member_changed, sender=TeamMember)


def _phase_published(instance, **kwargs):
    for phase in instance.get_translations(inclusive=True):
        index_pages_later(Page.objects.child_of(phase).live())


def _team_shown_or_hidden(instance, **kwargs):
    index_records(Person.objects.filter(offices__phase=instance))


def _note_former_person(instance, **kwargs):
    instance.former_person = Person.objects.filter(offices=instance.pk).first() if instance.pk else None


def _member_changed(instance, raw=False, **kwargs):
    if not raw:
        index_records(filter(None, [instance.person, getattr(instance, "former_person", None)]))
