"""Decisions and measures as open data."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import (
    SAMPLE_COLUMN,
    Register,
    date_cells,
    date_columns,
)

COLUMNS = {
    "number": _("The number in the register of decisions and measures. Entries that are not public leave gaps."),
    "kind": _(
        "decision, measure (a corrective measure), priorities (a priority revision) or phase (opened or closed)."
    ),
    "text": _("The wording, or a public summary of it, as far as the entry is public."),
    **date_columns("decided", _("When it was decided.")),
    "meeting": _("The number of the meeting that took it."),
    "owner": _("The acronym of the partner that sees to it."),
    **date_columns("due", _("When it is due.")),
    "status": _("The last status recorded: planned, in-progress, done or dropped; empty where none is."),
    "status_since": _("The day since which it has that status."),
    **SAMPLE_COLUMN,
}


def decisions(records, meetings, partners):
    """Return the register of decisions and measures.

    Arguments, each called when the data are wanted: `records`, the decisions of which readers may know; `meetings`,
    the numbers of the published meetings by primary key; `partners`, the published partners by primary key.
    """

    def rows():
        numbers, published = meetings(), partners()
        return (_decision(decision, numbers, published) for decision in records())

    return Register("decisions", _("Decisions and measures"), COLUMNS, rows)


def _decision(decision, meetings, partners):
    owner = partners.get(decision.owner_id)
    return {
        "number": decision.number,
        "kind": decision.kind,
        "text": decision.public_text,
        **date_cells("decided", decision.decided),
        "meeting": meetings.get(decision.meeting_id),
        "owner": owner and owner.acronym,
        **date_cells("due", decision.due),
        "status": decision.status_now,
        "status_since": decision.status_day,
        "sample": decision.sample,
    }
