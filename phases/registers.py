"""The phases, and who takes part in them, as open data."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import Register, address_of, date_cells, date_columns

PHASE_COLUMNS = {
    "number": _("The phase’s number, by which every register names it."),
    "title": _("What the phase is called."),
    **date_columns("starts", _("The start.")),
    **date_columns("planned_end", _("The planned end.")),
    **date_columns("ends", _("The end; empty while it lasts or where nobody recorded it.")),
    "status": _("Computed from the dates for today: planned, running, overdue, ended or undated."),
    "project_leader": _("The acronym of the partner that leads it."),
    "address": _("The phase’s page on this portal."),
    "terms_of_reference": _("The page of its terms of reference, where they are published."),
}
PARTICIPATION_COLUMNS = {
    "phase": _("The phase’s number."),
    "phase_title": _("What the phase is called."),
    "partner": _("The partner’s acronym."),
    "role": _("What the partner does in it: partner, leader or co-financing. One row a role."),
}


def phases(pages, partners, terms):
    """Return the register of phases.

    Arguments, each called when the data are wanted: `pages`, the phases with the page to show of each; `partners`,
    the published partners by primary key; `terms`, the published terms of reference by the path of their phase.
    """

    def rows():
        published, terms_by_path = partners(), terms()
        return (_phase(phase, published, terms_by_path.get(phase.path)) for phase in pages())

    return Register("phases", _("Phases"), PHASE_COLUMNS, rows)


def participations(pages, partners):
    """Return the register of the partners' roles. `pages`, `partners`: as for `phases`, with the participations."""

    def rows():
        published = partners()
        return (
            _participation(phase, participation, published[participation.partner_id])
            for phase in pages()
            for participation in phase.participations.all()
            if participation.partner_id in published
        )

    return Register("participations", _("Partners and their roles in the phases"), PARTICIPATION_COLUMNS, rows)


def _phase(phase, partners, terms):
    leader = partners.get(phase.project_leader_id)
    return {
        "number": phase.number,
        "title": phase.shown.title,
        **date_cells("starts", phase.starts),
        **date_cells("planned_end", phase.planned_end),
        **date_cells("ends", phase.ends),
        "status": phase.status.value,
        "project_leader": leader and leader.acronym,
        "address": address_of(phase),
        "terms_of_reference": terms and address_of(terms),
    }


def _participation(phase, participation, partner):
    return {
        "phase": phase.number,
        "phase_title": phase.shown.title,
        "partner": partner.acronym,
        "role": participation.role,
    }
