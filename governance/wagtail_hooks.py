"""The committee's registers in the admin, and its feeds."""

from functools import cached_property

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from phases.models import PhasePage
from sesec_portal.core.feed_entries import Feed
from sesec_portal.core.viewsets import Published, RecordViewSet
from sesec_portal.languages.pages import is_original
from sesec_portal.spreadsheets.viewsets import SheetIndexView

from . import finding
from .admin_views import DisagreementsReport, SuccessionView, may_succeed
from .desk import OverdueMeasures, SeatsWithoutHolder, SourcesDisagree, TermsEndingSoon
from .explorer import MeetingViewSet, RevisionViewSet
from .feed_entries import decisions, terms_of_office
from .models import Decision, Seat, Sector
from .report import DecisionsTaken, MeasuresDone, Meetings
from .spreadsheets import seats


@hooks.register("register_admin_viewset")
def committee_in_the_explorer():
    """Give the explorer its columns."""
    return [MeetingViewSet(), RevisionViewSet()]


class SeatViewSet(RecordViewSet):
    """The list of seats."""

    model = Seat
    index_view_class = SheetIndexView
    icon = "group"
    menu_label = _("Committee seats")
    list_display = ["partner", Column("holder_today", label=_("Holder today")), Published()]
    search_fields = [
        *("partner__acronym", "partner__title", "partner__names__name"),
        *("terms__holder__name", "terms__holder__name_zh"),
    ]


class DecisionViewSet(RecordViewSet):
    """The register of decisions and measures."""

    model = Decision
    icon = "tasks"
    menu_label = _("Decisions and measures")
    list_display = ["number", "kind", "decided", "meeting", "owner", "due", "disclosure", "status", Published()]
    list_filter = ["kind", "disclosure", "owner", "meeting"]
    list_export = [
        *("number", "get_kind_display", "decided", "meeting", "owner", "due"),
        *("get_disclosure_display", "wording", "summary", "status"),
    ]
    export_filename = "decisions"
    search_fields = ["number", "kind", "decided", "wording", "wording_zh", "summary", "summary_zh"]
    inspect_view_enabled = True

    @cached_property
    def export_headings(self):
        return {**super().export_headings, "status": _("Status")}


class SectorViewSet(RecordViewSet):
    """The sectors that can be priorities."""

    model = Sector
    icon = "list-ul"
    menu_label = _("Sectors")
    list_display = ["code", "name", "name_zh", Published()]
    search_fields = ["code", "name", "name_zh", "aka"]


class GovernanceGroup(SnippetViewSetGroup):
    """The registers together in the menu."""

    items = [SeatViewSet, DecisionViewSet, SectorViewSet]
    menu_label = _("Governance")
    menu_icon = "group"
    menu_order = 220


register_snippet(GovernanceGroup)


@hooks.register("register_feeds")
def feeds_of_the_committee():
    """Tell of terms of office and of decisions."""
    return [
        Feed("terms", _("SESEC: terms of office on the Steering Committee"), terms_of_office),
        Feed("decisions", _("SESEC: decisions and measures of the Steering Committee"), decisions),
    ]


@hooks.register("register_admin_urls")
def governance_urls():
    """Give the views that belong to no register their addresses."""
    report = DisagreementsReport
    urls = [
        path("succession/<int:page_id>/", SuccessionView.as_view(), name="succession"),
        path("disagreements/", report.as_view(), name="disagreements"),
        path("disagreements/results/", report.as_view(results_only=True), name="disagreements_results"),
    ]
    return [path("governance/", include((urls, "governance_admin")))]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def succession_button(page, user, view_name=None, next_url=None):
    """Offer to close a phase where its facts are kept, to those who may."""
    is_phase = page.specific_class is PhasePage and is_original(page)
    if is_phase and may_succeed(user, page):
        address = reverse("governance_admin:succession", args=[page.pk])
        yield Button(SuccessionView.page_title, address, icon_name=SuccessionView.header_icon, priority=45)


@hooks.register("register_reports_menu_item")
def disagreements_menu_item():
    """List the disagreements of sources among the reports, for everybody in the admin."""
    report = DisagreementsReport
    return MenuItem(
        report.page_title,
        reverse(report.index_url_name),
        name="disagreements",
        icon_name=report.header_icon,
        order=1000,
    )


@hooks.register("register_searched_records")
def searched_registers():
    """Let readers find decisions, seats and sectors."""
    return [finding.decisions(), finding.seats(), finding.sectors()]


@hooks.register("register_places_of_people", order=20)
def person_on_a_seat(person):
    """Say where readers find somebody who holds a seat, or stands in for who does."""
    return finding.place_of(person)


@hooks.register("register_desk_rules")
def registers_on_the_desk():
    """Tell editors which seats, terms, measures and sources need somebody."""
    return [SeatsWithoutHolder(), TermsEndingSoon(), OverdueMeasures(), SourcesDisagree()]


@hooks.register("register_report_sections", order=10)
def committee_in_the_report():
    """Tell of a phase when the committee met, what it decided and what of that was done."""
    return [Meetings(), DecisionsTaken(), MeasuresDone()]


@hooks.register("register_sheets")
def sheets_of_the_committee():
    """Let editors import seats and terms of office."""
    return [seats()]
