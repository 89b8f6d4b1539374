"""The partners and the names they have had, as open data."""

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

PARTNER_COLUMNS = {
    "partner": _("The partner’s acronym, by which every register names it."),
    "name": _("The full name today."),
    "kind": _("What sort of organisation it is: eso (European Standardization Organization), eu, igo or other."),
    "city": _("The city it works from."),
    "country": _("The country of that city, as two letters (ISO 3166-1)."),
    "website": _("The partner’s own website."),
    "address": _("The partner’s page on this portal."),
}
NAME_COLUMNS = {
    "partner": _("The partner’s acronym."),
    "name": _("A full name that it has had."),
    **date_columns("starts", _("Since when it has had the name.")),
    **date_columns("ends", _("Until when it had the name; empty while it lasts or where nobody recorded it.")),
    **SOURCE_COLUMNS,
    **SAMPLE_COLUMN,
}


def partners(pages):
    """Return the register of partners. `pages`: returns them, with their names and the page to show of each."""
    return Register("partners", _("Partners"), PARTNER_COLUMNS, lambda: map(_partner, pages()))


def names(pages):
    """Return the register of the partners' names. `pages`: returns the partners, with their names."""
    return Register(
        "names",
        _("Names of the partners over time"),
        NAME_COLUMNS,
        lambda: (_name(partner, name) for partner in pages() for name in partner.names.all()),
    )


def _partner(partner):
    return {
        "partner": partner.acronym,
        "name": partner.full_name,
        "kind": partner.kind,
        "city": bilingual(partner, "seat"),
        "country": partner.country.code,
        "website": partner.website,
        "address": address_of(partner),
    }


def _name(partner, name):
    return {
        "partner": partner.acronym,
        "name": bilingual(name, "name"),
        **date_cells("starts", name.starts),
        **date_cells("ends", name.ends),
        **source_cells(name),
        "sample": name.sample,
    }
