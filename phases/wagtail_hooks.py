"""Phases in the admin: the list of them shows what tells one from another."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.models import Page

from partners.finding import Place
from partners.models import Person

from .desk import PhasesPastTheirEnd
from .finding import place_of
from .models import PhaseIndexPage, PhasePage
from .report import phases


class PhaseViewSet(PageViewSet):
    """The explorer below the list of phases; a page in another language shows the facts of its original.

    Its model is Page, so that a page of another type, which may stand there too, is listed as well.
    """

    model = Page
    list_display = [
        *PageViewSet.index_view_class.base_columns[:2],
        Column("number", label=_("Number"), accessor="original.number", sort_key="phasepage__number"),
        Column("dates", label=_("Dates"), accessor="original.dates_in_words", sort_key="phasepage__starts_earliest"),
        Column("phase_status", label=_("Today"), accessor="original.status.label"),
        *PageViewSet.index_view_class.base_columns[2:],
    ]

    def on_register(self) -> None:
        page_viewset_registry.register(PhasePage, self, parent_models=[PhaseIndexPage])


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
