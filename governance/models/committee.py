"""The committee that steers the project."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from governance import registers
from governance.structured_data import committee_in_full
from partners.models import PartnerPage
from phases.models import PhasePage
from sesec_portal.core.blocks import body_field
from sesec_portal.core.facets import Facets
from sesec_portal.core.pages import BasePage
from sesec_portal.core.rich_text import LISTS
from sesec_portal.core.sources import any_sample
from sesec_portal.core.year_archive import Latest
from sesec_portal.languages.pages import shown_to_reader

from .decisions import Decision
from .meetings import MeetingPage
from .priority_index import PriorityIndexPage
from .seats import Seat
from .year_archive import MOST, ByYearMixin

# Of decisions, of measures and of meetings; the rest is a link away.
SHOWN = 10


class SteeringCommitteePage(ByYearMixin, BasePage):
    """What the Steering Committee is for, what it decides, and who sits on it."""

    mandate = RichTextField(
        _("mandate"), features=LISTS, blank=True, help_text=_("Under whose authority it stands, and for what.")
    )
    decides = RichTextField(_("what it decides"), features=LISTS, blank=True, help_text=_("Its powers, one to a line."))
    body = body_field(_("more"))

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("mandate"),
        index.SearchField("decides"),
        index.SearchField("body"),
    ]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("mandate"),
        FieldPanel("decides"),
        HelpPanel(_("Seats and terms of office are kept under “Committee seats” in the menu; this page shows them.")),
        FieldPanel("body"),
    ]

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    query_budget = (10, 15)

    translatable_fields = [
        *BasePage.translatable_fields,
        *(TranslatableField(field) for field in ("mandate", "decides", "body")),
    ]

    class Meta:
        verbose_name = _("Steering Committee")

    def meetings(self, *related):
        """Return the published meetings, newest first, with the `related` rows named."""
        meetings = MeetingPage.objects.child_of(self.original).for_listing().so_far().newest_first()
        return meetings.prefetch_related(*related)

    def registers(self):
        """Return what of this page is open data."""
        return [
            registers.seats(lambda: Seat.objects.for_listing()),
            registers.meetings(lambda: shown_to_reader(self.meetings("attendances", "minutes")), _partners),
            registers.decisions(lambda: Decision.objects.for_listing(), MeetingPage.objects.numbers, _partners),
        ]

    def get_context(self, request, *args, **kwargs):
        seats = list(Seat.objects.for_listing())
        shown_to_reader(seat.partner for seat in seats)
        partners = {seat.partner_id: seat.partner for seat in seats}
        phases = shown_to_reader(PhasePage.objects.for_listing().so_far().by_date())
        without_seat = {phase.project_leader_id for phase in phases} - {None, *partners}
        if without_seat:
            leaders = shown_to_reader(PartnerPage.objects.for_listing().filter(pk__in=without_seat))
            partners.update((leader.pk, leader) for leader in leaders)
        phases_led = [phase for phase in phases if phase.project_leader_id in partners]
        for phase in phases_led:
            phase.project_leader = partners[phase.project_leader_id]
        priorities = PriorityIndexPage.objects.child_of(self.original).for_listing()
        meetings = Latest.of(self.meetings(), SHOWN)
        shown_to_reader(meetings.entries)
        decisions, measures = (Latest.of(entries, SHOWN) for entries in self._decisions())
        listed = [latest.entries for latest in (meetings, decisions, measures)]
        context = super().get_context(request, *args, **kwargs)
        seats_are_sample = any(
            seat.partner.name_is_sample or any(term.shows_sample for term in seat.terms_so_far) for seat in seats
        )
        return {
            **context,
            "shows_sample": seats_are_sample or any_sample(*listed),
            "seats": seats,
            "seat_states": dict.fromkeys(seat.state for seat in seats),
            "phases_led": phases_led,
            "phases_on_the_day": [phase for phase in phases if phase.is_running],
            "meetings": meetings,
            "decisions": decisions,
            "measures": measures,
            "decided_in_all": decisions.total + measures.total,
            "priorities": next(iter(shown_to_reader(priorities)), None),
        }

    def facets(self):
        return Facets(sample=Decision.objects.published().filter(sample=True).exists())

    def shown_text(self):
        """With the decisions and measures that the page links, as no other page may print them."""
        texts = [decision.public_text for listed in self._decisions() for decision in listed[:MOST]]
        return [*super().shown_text(), *texts]

    def _decisions(self):
        """The decisions and the corrective measures, newest first: a pair."""
        listed, measure = Decision.objects.for_listing(), Decision.Kind.MEASURE
        return listed.exclude(kind=measure), listed.filter(kind=measure)

    def structured_data(self, context):
        return [committee_in_full(self, context["seats"])]


def _partners():
    return PartnerPage.objects.for_listing().in_bulk()
