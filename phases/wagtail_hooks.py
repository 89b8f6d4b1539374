"""Phases in the admin: the list of them shows what tells one from another."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from partners.finding import Place
from partners.models import Person
from sesec_portal.core.explorer import ExplorerViewSet, Fact

from .desk import PhasesPastTheirEnd
from .finding import place_of
from .models import PhaseIndexPage, PhasePage
from .report import phases


class PhaseViewSet(ExplorerViewSet):
    """The explorer below the list of phases."""

    of = PhasePage
    below = (PhaseIndexPage,)
    facts = (
        Fact("number", _("Number"), attrgetter("number"), of, sort_key="phasepage__number"),
        Fact("dates", _("Dates"), attrgetter("dates_in_words"), of, sort_key="phasepage__starts_earliest"),
        Fact("phase_status", _("Today"), attrgetter("status.label"), of),
    )
    facts_need = ("statements",)


@hooks.register("register_admin_viewset")
def phases_in_the_explorer() -> PhaseViewSet:
    """Give the explorer its columns."""
    return PhaseViewSet()


@hooks.register("register_places_of_people", order=10)
def person_in_a_team(person: Person) -> Place | None:
    """Say where readers find somebody of a phase's team."""
    return place_of(person)


@hooks.register("register_desk_rules")
def phases_on_the_desk():
    """Tell editors which phase needs its end recorded."""
    return [PhasesPastTheirEnd()]


@hooks.register("register_report_periods")
def phases_to_report_on():
    """Offer the phases to the report."""
    return phases()
