"""What pages say of other things, in the search index: of the phase above them, of a person."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_published

from partners.models import CareerStep, Person
from sesec_portal.search.index.entries import index_page, index_pages_later

from .models import ExpertPage, PhasePage


def connect():
    """Keep the entries of terms of reference and of experts' pages in step with phases and people, from now on."""
    page_published.connect(_phase_published, sender=PhasePage)
    page_published.connect(_expert_published, sender=ExpertPage)
    post_save.connect(_person_saved, sender=Person)
    for signal in (post_save, post_delete):
        signal.connect(_career_changed, sender=CareerStep)


def _phase_published(instance, **kwargs):
    for phase in instance.get_translations(inclusive=True):
        index_pages_later(Page.objects.child_of(phase).live())


def _expert_published(instance, **kwargs):
    # Whom it is about is kept on the page in the first language.
    index_pages_later(instance.get_translations().live())


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
