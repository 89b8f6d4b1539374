"""What texts print of the phase that lasts on the day that the page speaks of."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from sesec_portal.living_facts.fact import LivingFact

from .models import PhasePage


class _OfPhaseNow(LivingFact):
    nothing = _("a date not on record")

    def value(self, key):
        phase = PhasePage.now()
        return self.told_of(phase) if phase else None

    def told_of(self, phase):
        raise NotImplementedError


class PhaseNow(_OfPhaseNow):
    """Its name, linked to its page."""

    code = "phase"
    words = _("the present phase")
    nothing = _("no phase on record")

    def told_of(self, phase):
        return format_html('<a href="{}">{}</a>', phase.shown.url, phase.shown.title)


class StartOfPhaseNow(_OfPhaseNow):
    """When it began, as exact as its source."""

    code = "phase-start"
    words = _("the start of the present phase")

    def told_of(self, phase):
        return phase.starts and phase.starts.marked_up()


class PlannedEndOfPhaseNow(_OfPhaseNow):
    """When it is planned to end, as exact as its source."""

    code = "phase-planned-end"
    words = _("the planned end of the present phase")

    def told_of(self, phase):
        return phase.planned_end and phase.planned_end.marked_up()


class LeaderNow(_OfPhaseNow):
    """The partner that leads it, linked to its page."""

    code = "project-leader"
    words = _("the project leader of the present phase")
    nothing = _("a partner not on record")

    def told_of(self, phase):
        leader = phase.leader
        return leader and format_html('<a href="{}">{}</a>', leader.shown.url, leader.acronym_then)
