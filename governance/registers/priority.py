"""The sectoral priorities as open data: one row a sector in each revision."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import (
    SAMPLE_COLUMN,
    SOURCE_COLUMNS,
    Register,
    address_of,
    date_cells,
    date_columns,
    source_cells,
)
from sesec_portal.languages.records import bilingual

COLUMNS = {
    "revision": _("The number of the revision of the list. One row a sector in each published revision."),
    **date_columns("adopted", _("When the revision was adopted.")),
    "meeting": _("The number of the meeting that adopted it."),
    "place": _("The sector’s place in the list, counted from 1."),
    "sector": _("The sector’s code, which stays when its name is reworded."),
    "name": _("The sector’s name."),
    "rationale": _("Why it is a priority, and why in this place."),
    "corrections": _("Corrections appended to the revision: a list, in CSV separated by semicolons."),
    "address": _("The revision’s page on this portal."),
    **SOURCE_COLUMNS,
    **SAMPLE_COLUMN,
}


def priorities(revisions, meetings):
    """Return the register of priorities.

    Arguments, each called when the data are wanted: `revisions`, with their items and the page to show of each;
    `meetings`, the numbers of the published meetings by primary key.
    """

    def rows():
        numbers = meetings()
        return (
            _priority(revision, place, item, numbers)
            for revision in revisions()
            for place, item in enumerate(revision.items.all(), start=1)
        )

    return Register("priorities", _("Sectoral priorities"), COLUMNS, rows)


def _priority(revision, place, item, meetings):
    return {
        "revision": revision.number,
        **date_cells("adopted", revision.adopted),
        "meeting": meetings.get(revision.meeting_id),
        "place": place,
        "sector": item.sector.code,
        "name": item.sector.shown_name,
        "rationale": bilingual(item, "rationale"),
        "corrections": [f"{notice.day}: {bilingual(notice, 'text')}" for notice in revision.corrections.all()],
        "address": address_of(revision),
        **source_cells(revision),
        "sample": revision.sample or item.sector.sample,
    }
