"""What pages and people are in the search index by the phases: of the phase above them, of a person, of a team."""

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from partners.models import CareerStep, Person
from sesec_portal.search.index.entries import index_page, index_pages_later
from sesec_portal.search.index.records import index_records

from .models import ExpertPage, PhasePage, TeamMember


def connect():
    """Keep the entries of terms of reference, of experts' pages and of people in step with phases, from now on."""
    page_published.connect(_phase_published, sender=PhasePage)
    page_published.connect(_expert_published, sender=ExpertPage)
    for signal in (page_published, page_unpublished):
        signal.connect(_own_page_shown_or_hidden, sender=ExpertPage)
        signal.connect(_team_shown_or_hidden, sender=PhasePage)
    post_save.connect(_person_saved, sender=Person)
    pre_save.connect(_note_former_person, sender=TeamMember)
    for signal in (post_save, post_delete):
        signal.connect(_career_changed, sender=CareerStep)
        signal.connect(_member_changed, sender=TeamMember)


def _phase_published(instance, **kwargs):
    for phase in instance.get_translations(inclusive=True):
        index_pages_later(Page.objects.child_of(phase).live())


def _expert_published(instance, **kwargs):
    # Whom it is about is kept on the page in the first language.
    index_pages_later(instance.get_translations().live())


def _own_page_shown_or_hidden(instance, **kwargs):
    index_records([instance.known_person])


def _person_saved(instance, raw, **kwargs):
    # At once: whoever no longer agrees is found no more.
    for page in () if raw else _pages_of(instance.pk):
        index_page(page)


def _career_changed(instance, **kwargs):
    if not kwargs.get("raw"):
        index_pages_later(_pages_of(instance.person_id))


def _pages_of(person):
    """Return the pages of a person, by the person's primary key, in every language."""
    keys = ExpertPage.objects.originals().filter(person=person).values("translation_key")
    return ExpertPage.objects.filter(translation_key__in=keys)


def _team_shown_or_hidden(instance, **kwargs):
    index_records(Person.objects.filter(offices__phase=instance))


def _note_former_person(instance, **kwargs):
    instance.former_person = Person.objects.filter(offices=instance.pk).first() if instance.pk else None


def _member_changed(instance, raw=False, **kwargs):
    if not raw:
        index_records(filter(None, [instance.person, getattr(instance, "former_person", None)]))
