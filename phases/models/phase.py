"""One phase of the project."""

from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from partners.models import prefetch_portraits
from phases.missing import missing_from
from phases.structured_data import phase_in_full
from sesec_portal.core.as_of import so_far
from sesec_portal.core.blocks import body_field
from sesec_portal.core.facets import Facets, PageFacet, span_of
from sesec_portal.core.forms import PageForm
from sesec_portal.core.pages import BasePage, Numbered
from sesec_portal.core.rich_text import DOCUMENTED
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import any_sample
from sesec_portal.edtf.forms import NoOverlapForm
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.memo import once_per_generation

from .attested_period import AttestedPeriod
from .partners_of_phase import HasPartners
from .queries import PhaseQuerySet
from .terms import TermsOfReferencePage


class PhaseForm(NoOverlapForm, PageForm):
    """A phase, in which a partner has a role once at a time."""

    no_overlap = {"participations": ["partner", "role"]}


_CHINESE_FIGURES = "一二三四五六七八九十"


class PhasePage(Numbered, AttestedPeriod, HasPartners, BasePage):
    """One funded stage of the project: its dates, its partners, its people, what it set out to do and did."""

    objectives = RichTextField(
        _("objectives"), features=DOCUMENTED, blank=True, help_text=_("What this phase set out to do.")
    )
    achievements = RichTextField(
        _("what was achieved"), features=DOCUMENTED, blank=True, help_text=_("Results with their dates and sources.")
    )
    body = body_field(_("more about this phase"))

    objects = PageManager.from_queryset(PhaseQuerySet)()

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("objectives"),
        index.SearchField("achievements"),
        index.SearchField("body"),
    ]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("number"),
        MultiFieldPanel(
            [
                HelpPanel(_("The status (planned, running, ended …) is computed from these dates.")),
                FieldRowPanel(
                    [FieldPanel("starts"), FieldPanel("planned_end"), FieldPanel("ends", heading=_("Real end"))]
                ),
            ],
            heading=_("Dates"),
        ),
        InlinePanel(
            "statements",
            heading=_("Sources of the dates"),
            label=_("source"),
            help_text=_(
                "What each source says. Where one differs from the date above, the page prints “sources disagree”."
            ),
        ),
        PageChooserPanel("project_leader"),
        InlinePanel("participations", heading=_("Partners and their roles"), label=_("role of a partner")),
        InlinePanel("team", heading=_("Expert and team"), label=_("person")),
        FieldPanel("objectives"),
        FieldPanel("achievements"),
        FieldPanel("body"),
    ]

    base_form_class = PhaseForm
    parent_page_types = ["phases.PhaseIndexPage"]
    governs = True
    query_budget = (7, 8)

    translatable_fields = [
        *BasePage.translatable_fields,
        *(TranslatableField(field) for field in ("objectives", "achievements", "body")),
    ]

    search_type, search_order, search_counts_all = "phase", 10, True
    facet = PageFacet("phase", _("Phase"), value="number", order="number", column="phases")

    class Meta:
        verbose_name = _("phase")
        verbose_name_plural = _("phases")
        constraints = AttestedPeriod.Meta.constraints

    @staticmethod
    def listed():
        """Return the published phases by date, with their partners' roles and the page to show to the reader.

        Those that had not begun on the day asked about are left out, if a day was asked about. See `memo`.
        """
        return so_far(_listed(get_language()), "first_date")

    @staticmethod
    def now():
        """Return the phase that lasts on the day that the page speaks of, of several the last by date; or None."""
        return next((phase for phase in reversed(PhasePage.listed()) if phase.is_running), None)

    def get_context(self, request, *args, **kwargs):
        phase = self.original
        phase.prefetch("statements", "participations")
        team, statements = list(phase.team.select_related("person__photo")), phase.statements.all()
        prefetch_portraits(member.person for member in team)
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample(
                team, (member.person for member in team), statements, phase.participations.all()
            ),
            "phase": phase,
            "leader": phase.leader,
            "roles": phase.roles,
            "partners_of_phase": [partner for partner, _held in phase.roles],
            "team": team,
            "statements": statements,
            "missing": missing_from(self, team),
            "agreeing": phase.agreeing,
            "undisputed": phase.undisputed,
            "neighbours": phase.neighbours,
        }

    def structured_data(self, context):
        shown = {name: context[name] for name in ("leader", "roles", "team")}
        return [phase_in_full(context["phase"], self, **shown)]

    def share_card(self):
        phase = self.original
        return Card(self.title, _("Phase"), phase.dates_in_words if phase.first_date else "")

    def other_titles(self):
        """Its number as people say it: phase 3, 第三阶段."""
        number = self.original.number
        figure = _CHINESE_FIGURES[number - 1] if number and number <= len(_CHINESE_FIGURES) else number
        return [f"phase {number}", f"第{figure}阶段"] if number else []

    def facets(self):
        """The phase, the partners with a role in it, and the years from its start to its end on record or planned."""
        phase = self.original
        partners = {phase.leader_id, *(role.partner_id for role in phase.participations.all())} - {None}
        spans = [span_of(phase.starts, phase.expected_end), *(one.span for one in phase.all_attestations)]
        return Facets({"phase": {phase.pk}, "partner": partners}, spans)

    @cached_property
    def neighbours(self):
        """The published phases just before and just after this one by date: a pair, each a page or None."""
        listed = PhasePage.listed()
        before = (phase for phase in reversed(listed) if phase.place_in_time < self.place_in_time)
        after = (phase for phase in listed if phase.place_in_time > self.place_in_time)
        return next(before, None), next(after, None)

    @property
    def terms_of_reference(self):
        """This phase's own terms, as published, in the reader's language; None where there are none."""
        return TermsOfReferencePage.listed().get(self.path)


@once_per_generation
def _listed(language):
    phases = PhasePage.objects.for_listing().by_date().prefetch_related("participations", "statements")
    return tuple(shown_to_reader(phases, language))
