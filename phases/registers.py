"""The phases, and who takes part in them, as open data."""

from collections import namedtuple

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import Column, Register, address_of, date_columns, sample_column, source_columns
from sesec_portal.core.sources import fetch_sources

PHASE_COLUMNS = [
    Column(
        "number",
        _("The phase’s number, by which every register names it."),
        lambda row: row.phase.number,
        datatype="integer",
    ),
    Column("title", _("What the phase is called."), lambda row: row.phase.shown.title),
    *date_columns("starts", _("The start."), lambda row: row.phase.starts),
    *date_columns("planned_end", _("The planned end."), lambda row: row.phase.planned_end, is_end=True),
    *date_columns(
        "ends", _("The end; empty while it lasts or where nobody recorded it."), lambda row: row.phase.ends, is_end=True
    ),
    Column(
        "status",
        _("Computed from the dates for today: planned, running, attested, overdue, ended or undated."),
        lambda row: row.phase.status.value,
    ),
    *date_columns(
        "attested_from",
        _("The first time for which a source names the phase as active, whatever its dates."),
        lambda row: row.phase.attestations[0].date if row.phase.attestations else None,
    ),
    *date_columns(
        "attested_until",
        _("The last time for which a source names the phase as active."),
        lambda row: row.phase.last_attested,
        is_end=True,
    ),
    Column(
        "project_leader", _("The acronym of the partner that leads it."), lambda row: row.leader and row.leader.acronym
    ),
    Column("address", _("The phase’s page on this portal."), lambda row: address_of(row.phase)),
    Column(
        "terms_of_reference",
        _("The page of its terms of reference, where they are published."),
        lambda row: row.terms and address_of(row.terms),
    ),
]
PARTICIPATION_COLUMNS = [
    Column("phase", _("The phase’s number."), lambda row: row.phase.number, datatype="integer"),
    Column("phase_title", _("What the phase is called."), lambda row: row.phase.shown.title),
    Column("partner", _("The partner’s acronym."), lambda row: row.partner.acronym),
    Column(
        "role",
        _("What the partner does in it: partner, leader or co-financing. One row a role."),
        lambda row: row.participation.role,
    ),
    *date_columns(
        "starts", _("Since when; empty where it is the phase’s own start."), lambda row: row.participation.starts
    ),
    *date_columns(
        "ends", _("Until when; empty where it is the phase’s own end."), lambda row: row.participation.ends, is_end=True
    ),
    *source_columns(lambda row: row.participation),
    sample_column(lambda row: row.participation.sample),
]
ACTIVITY_COLUMNS = [
    *date_columns("date", _("The date, or the first date where it lasted longer."), lambda row: row.date),
    *date_columns("until", _("The last date where it lasted longer."), lambda row: row.until, is_end=True),
    Column("what", _("What the project did."), lambda row: row.shown_what),
    *source_columns(lambda row: row),
    sample_column(lambda row: row.sample),
]
_Phase = namedtuple("_Phase", "phase leader terms")
_Participation = namedtuple("_Participation", "phase participation partner")


def phases(pages, partners, terms):
    """Return the register of phases.

    Arguments, each called when the data are wanted: `pages`, the phases with the page to show of each; `partners`,
    the published partners by primary key; `terms`, the published terms of reference by the path of their phase.
    """

    def rows():
        published, terms_by_path = partners(), terms()
        return (_Phase(phase, published.get(phase.leader_id), terms_by_path.get(phase.path)) for phase in pages())

    return Register("phases", _("Phases"), PHASE_COLUMNS, rows)


def participations(pages, partners):
    """Return the register of the partners' roles. `pages`, `partners`: as for `phases`, with the participations."""

    def rows():
        published = partners()
        found = [
            _Participation(phase, participation, published[participation.partner_id])
            for phase in pages()
            for participation in phase.participations.all()
            if participation.partner_id in published
        ]
        fetch_sources(row.participation for row in found)
        return found

    return Register("participations", _("Partners and their roles in the phases"), PARTICIPATION_COLUMNS, rows)


def activities(rows):
    """Return the register of dated activity that names no phase. `rows`: called when the data are wanted."""

    def fetched():
        found = rows()
        fetch_sources(found)
        return found

    return Register("activities", _("Activity outside of recorded phases"), ACTIVITY_COLUMNS, fetched)
