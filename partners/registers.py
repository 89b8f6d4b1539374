"""The partners and the names they have had, as open data."""

from collections import namedtuple

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import Column, Register, address_of, date_columns, sample_column, source_columns
from sesec_portal.core.sources import fetch_sources
from sesec_portal.languages.records import bilingual

PARTNER_COLUMNS = [
    Column("partner", _("The partner’s acronym, by which every register names it."), lambda partner: partner.acronym),
    Column("name", _("The full name today."), lambda partner: partner.full_name),
    Column(
        "kind",
        _("What sort of organisation it is: eso (European Standardization Organization), eu, igo or other."),
        lambda partner: partner.kind,
    ),
    Column("city", _("The city it works from."), lambda partner: bilingual(partner, "seat")),
    Column(
        "country",
        _("The country of that city, as two letters (ISO 3166-1)."),
        lambda partner: partner.country.code,
    ),
    Column("website", _("The partner’s own website."), lambda partner: partner.website),
    Column("address", _("The partner’s page on this portal."), address_of),
]
NAME_COLUMNS = [
    Column("partner", _("The partner’s acronym."), lambda row: row.partner.acronym),
    Column("name", _("A full name of the partner, today’s or a former one."), lambda row: bilingual(row.name, "name")),
    *date_columns("starts", _("Since when it has had the name."), lambda row: row.name.starts),
    *date_columns(
        "ends",
        _("Until when it had the name; empty while it lasts or where nobody recorded it."),
        lambda row: row.name.ends,
        is_end=True,
    ),
    *source_columns(lambda row: row.name),
    sample_column(lambda row: row.name.sample),
]
_Name = namedtuple("_Name", "partner name")


def acronym(key, partners):
    """Return the acronym of a partner in a cell. Arguments: its primary key, and the published partners by theirs."""
    return partners[key].acronym if key in partners else None


def partners(pages):
    """Return the register of partners. `pages`: returns them, with their names and the page to show of each."""
    return Register("partners", _("Partners"), PARTNER_COLUMNS, pages)


def names(pages):
    """Return the register of the partners' names. `pages`: returns the partners, with their names."""
    return Register(
        "names",
        _("Names of the partners over time"),
        NAME_COLUMNS,
        lambda: _names(pages()),
    )


def _names(partners):
    rows = [_Name(partner, name) for partner in partners for name in partner.names.all()]
    fetch_sources(row.name for row in rows)
    return rows
