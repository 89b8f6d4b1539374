"""Seats as a spreadsheet: a line for each term of office."""

from django.utils.translation import gettext_lazy as _

from partners.models import PartnerPage, Person
from sesec_portal.sources.spreadsheets import SOURCES
from sesec_portal.spreadsheets.columns import columns_of
from sesec_portal.spreadsheets.references import Reference
from sesec_portal.spreadsheets.sheets import Sheet

from .models import Seat, TermOfOffice


def seats():
    """Return the spreadsheet of seats with their terms of office."""
    partners = Reference(
        PartnerPage.objects.originals,
        lambda partner: [partner.acronym, partner.title],
        _("No partner is called “%(name)s”. Type its acronym; a new partner needs its page first."),
    )
    people = Reference(
        Person.objects.choosable,
        lambda person: [person.name, person.name_zh],
        _("No person is called “%(name)s”. Import or add the person first."),
    )
    return Sheet(
        name="seats",
        title=_("Committee seats"),
        model=Seat,
        key="partner",
        columns=columns_of(Seat, "partner", "sort_order", references={"partner": partners}),
        relation="terms",
        parts=columns_of(
            TermOfOffice,
            *("holder", "alternate", "starts", "ends", "cited", "cited_at", "sample"),
            references={"holder": people, "cited": SOURCES},
        ),
        part_keys=(("alternate", "holder", "starts"), ("alternate", "starts")),
        hint=_(
            "One line for each term of office: the partner names the seat; the holder, the start and whether it is an "
            "alternate tell the term. Where the start and that are the same, another holder takes the place of the one "
            "there is."
        ),
        more=_("What other sources say of a term stays as it is, and so does a term that has no line."),
    )
