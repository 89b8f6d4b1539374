"""The seats of the committee as open data: one row a term of office."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import (
    SAMPLE_COLUMN,
    SOURCE_COLUMNS,
    Register,
    date_cells,
    date_columns,
    source_cells,
)

COLUMNS = {
    "seat": _("The acronym of the partner whose seat it is."),
    "holding": _("What is known of the term: named, unpublished (no consent), vacant, or unknown (no term recorded)."),
    "holder": _("Who holds or held it, where the person agreed to be named."),
    "alternate": _("True for somebody who stands in for the holder."),
    **date_columns("starts", _("The first day of the term.")),
    **date_columns("ends", _("The last day of the term; empty while it lasts or where nobody recorded it.")),
    **SOURCE_COLUMNS,
    **SAMPLE_COLUMN,
}


def seats(records):
    """Return the register of seats: one row a term of office. `records`: returns the seats, with their terms."""
    return Register(
        "seats",
        _("Seats on the Steering Committee"),
        COLUMNS,
        lambda: (_term(seat, term) for seat in records() for term in seat.terms_so_far or [None]),
    )


def _term(seat, term):
    holding, holder = _holding(term), term and term.holder
    # The source of a term may be a letter of the very person who has not agreed to be named.
    sourced = term and holding != "unpublished"
    return {
        "seat": seat.partner.acronym,
        "holding": holding,
        "holder": holder and holder.published_name,
        "alternate": term and term.alternate,
        **date_cells("starts", term and term.starts),
        **date_cells("ends", term and term.ends),
        **(source_cells(term) if sourced else dict.fromkeys(SOURCE_COLUMNS)),
        "sample": bool(term and term.sample),
    }


def _holding(term):
    if not term:
        return "unknown"
    if not term.holder:
        return "vacant"
    return "named" if term.holder.may_be_named else "unpublished"
