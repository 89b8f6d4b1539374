"""The committee that steers the project."""

from django.utils.translation import get_language
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
from sesec_portal.edtf import clock
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.memo import once_per_generation

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
        _("mandate"), features=LISTS, blank=True, help_text=_("Who set the committee up, and what it is for.")
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
    governs = True
    query_budget = (3, 3)

    translatable_fields = [
        *BasePage.translatable_fields,
        *(TranslatableField(field) for field in ("mandate", "decides", "body")),
    ]

    class Meta:
        verbose_name = _("Steering Committee")

    def meetings(self, *related):
        """Return the published meetings, newest first, with the `related` rows named."""
        return MeetingPage.objects.for_listing().so_far().newest_first().prefetch_related(*related)

    def registers(self):
        """Return what of this page is open data."""
        return [
            registers.seats(Seat.listed),
            registers.meetings(lambda: shown_to_reader(self.meetings("attendances", "minutes")), PartnerPage.by_key),
            registers.decisions(Decision.objects.for_listing, MeetingPage.objects.numbers, PartnerPage.by_key),
        ]

    def get_context(self, request, *args, **kwargs):
        seats, phases, leaders = Seat.listed(), PhasePage.listed(), PartnerPage.by_key()
        meetings, decisions, measures = _latest(get_language(), clock.today(), clock.is_asked())
        listed = [latest.entries for latest in (meetings, decisions, measures)]
        context = super().get_context(request, *args, **kwargs)
        seats_are_sample = any(
            seat.partner.name_is_sample or any(term.shows_sample for term in seat.terms_so_far) for seat in seats
        )
        return {
            **context,
            "shows_sample": seats_are_sample or any_sample(*listed),
            "seats": seats,
            "holders_recorded": any(seat.term_now for seat in seats),
            "seat_states": dict.fromkeys(seat.state for seat in seats),
            "phases_led": [(phase, leaders[phase.leader_id]) for phase in phases if phase.leader_id in leaders],
            "phases_on_the_day": [phase for phase in phases if phase.is_running],
            "meetings": meetings,
            "decisions": decisions,
            "measures": measures,
            "decided_in_all": decisions.total + measures.total,
            "priorities": _priorities(get_language()),
        }

    def facets(self):
        return Facets(sample=Decision.objects.published().filter(sample=True).exists())

    def shown_text(self):
        """With the decisions and measures that the page links, as no other page may print them."""
        texts = [decision.public_text for listed in _decisions() for decision in listed[:MOST]]
        return [*super().shown_text(), *texts]

    def search_synonyms(self):
        return [
            str(_("who leads SESEC, who sits, who sat, members, holders of the seats, chair, overdue measures")),
            str(_("register of decisions, decision register, who decides")),
        ]

    def structured_data(self, context):
        return [committee_in_full(self, context["seats"])]


def _decisions():
    """Return the decisions and the corrective measures, newest first: a pair."""
    listed, measure = Decision.objects.for_listing(), Decision.Kind.MEASURE
    return listed.exclude(kind=measure), listed.filter(kind=measure)


@once_per_generation
def _latest(language, day, is_asked):
    """Return the latest meetings, decisions and measures, of all or of those up to the day asked about.

    The arguments are what the clock says: a decision's status is that of the day.
    """
    meetings = Latest.of(MeetingPage.objects.for_listing().so_far().newest_first(), SHOWN)
    shown_to_reader(meetings.entries, language)
    return meetings, *(Latest.of(entries, SHOWN) for entries in _decisions())


@once_per_generation
def _priorities(language):
    """Return the page of the priorities, with the page to show; None where none is published."""
    return next(iter(shown_to_reader(PriorityIndexPage.objects.for_listing(), language)), None)
