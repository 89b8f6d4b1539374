"""The register of seats: one row a term of office."""

from collections import namedtuple

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import Column, Register, date_columns, sample_column, source_columns
from sesec_portal.core.sources import fetch_sources

_Term = namedtuple("_Term", "seat term")


def _holding(row):
    if not row.term:
        return "unknown"
    if not row.term.holder:
        return "vacant"
    return "named" if row.term.holder.may_be_named else "unpublished"


def _sourced(row):
    # The source of a term may be a letter of the very person who has not agreed to be named.
    return None if _holding(row) == "unpublished" else row.term


SEAT_COLUMNS = [
    Column("seat", _("The acronym of the partner whose seat it is."), lambda row: row.seat.partner.acronym),
    Column(
        "holding",
        _("What is known of the term: named, unpublished (no consent), vacant, or unknown (no term recorded)."),
        _holding,
    ),
    Column(
        "holder",
        _("Who holds or held it, where the person agreed to be named."),
        lambda row: row.term and row.term.holder and row.term.holder.published_name,
    ),
    Column(
        "alternate",
        _("True for somebody who stands in for the holder."),
        lambda row: row.term and row.term.alternate,
        datatype="boolean",
    ),
    *date_columns("starts", _("The first day of the term."), lambda row: row.term and row.term.starts),
    *date_columns(
        "ends",
        _("The last day of the term; empty while it lasts or where nobody recorded it."),
        lambda row: row.term and row.term.ends,
        is_end=True,
    ),
    *source_columns(_sourced),
    sample_column(lambda row: bool(row.term and row.term.sample)),
]


def seats(records):
    """Return the register of seats: one row a term of office. `records`: returns the seats, with their terms."""
    return Register(
        "seats",
        _("Seats on the Steering Committee"),
        SEAT_COLUMNS,
        lambda: _rows(records()),
    )


def _rows(seats):
    rows = [_Term(seat, term) for seat in seats for term in seat.terms_so_far or [None]]
    fetch_sources(row.term for row in rows)
    return rows
