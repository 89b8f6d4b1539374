"""People as a spreadsheet."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.spreadsheets.columns import columns_of
from sesec_portal.spreadsheets.sheets import Sheet

from .models import Person


def people():
    """Return the spreadsheet of people; those whose data was erased are not in it."""
    fields = ("name", "name_zh", "consent", "consent_source", "affiliation", "affiliation_zh", "biography")
    return Sheet(
        name="people",
        title=_("People"),
        model=Person,
        key="name",
        columns=columns_of(Person, *fields, "biography_zh", "sample"),
        things=Person.objects.choosable(),
        hint=_("A line is about the person of that name; where there is none yet, it makes one."),
        more=_("Photos and careers stay as they are. People whose data was erased are in no file."),
    )
