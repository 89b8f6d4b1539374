"""How readers find people: by their names, while they may be named, on the page that tells of them.

An app that has pages which name people gives a function to Wagtail's hook `register_places_of_people`, which returns
for a Person a Place, or None where its pages do not; of several the one with the lowest order of the hook counts.
"""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from sesec_portal.core.facets import Facets
from sesec_portal.search.records import Description, SearchedRecords

from .models import Person


@dataclass(frozen=True)
class Place:
    """Where a person is told of: a page in the first language, an anchor on it, and what the person does there."""

    page: Page
    offices: str
    rest: str = ""


def people():
    """Return how people are found."""
    return SearchedRecords(
        "person", Person, _("Person"), _("People"), Person.objects.namable, _describe, order=20, counts_all=True
    )


def _describe(person):
    places = [place for find in hooks.get_hooks("register_places_of_people") if (place := find(person))]
    if not places:
        return None
    return Description(
        title=person.published_name,
        page=places[0].page,
        rest=places[0].rest,
        summary="; ".join(dict.fromkeys(place.offices for place in places)),
        text=person.published_biography,
        # For who types none of them.
        words=gettext("who is"),
        names=[person.name, person.name_zh],
        facets=Facets(sample=person.sample),
    )
