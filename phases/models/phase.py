"""One phase of the project."""

from datetime import date

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from partners.models import PartnerPage, prefetch_portraits
from phases.structured_data import phase_in_full
from sesec_portal.core.as_of import so_far
from sesec_portal.core.blocks import body_field
from sesec_portal.core.disagreements import disagreements
from sesec_portal.core.facets import Facets, PageFacet, span_of
from sesec_portal.core.forms import PageForm
from sesec_portal.core.pages import BasePage, Numbered
from sesec_portal.core.rich_text import DOCUMENTED
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import any_sample
from sesec_portal.edtf import clock
from sesec_portal.edtf.forms import NoOverlapForm
from sesec_portal.edtf.periods import begun_last_by
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.memo import once_per_generation

from .participation import Participation
from .planned_period import PlannedPeriod
from .queries import PhaseQuerySet
from .statement import Statement
from .terms import TermsOfReferencePage


class PhaseForm(NoOverlapForm, PageForm):
    """A phase, in which a partner has a role once at a time."""

    no_overlap = {"participations": ["partner", "role"]}


class PhasePage(Numbered, PlannedPeriod, BasePage):
    """One funded stage of the project: its dates, its partners, its people, what it set out to do and did."""

    project_leader = OriginalPageKey(
        "partners.PartnerPage",
        verbose_name=_("project leader"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="phases_led",
        help_text=_(
            "The partner that led this phase day by day. Where another took over, give each a row with its dates below."
        ),
    )
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
        constraints = PlannedPeriod.Meta.constraints

    @staticmethod
    def listed():
        """Return the published phases by date, with their partners' roles and the page to show to the reader.

        Those that had not begun on the day asked about are left out, if a day was asked about. See `memo`.
        """
        return so_far(_listed(get_language()), "starts_earliest")

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
            "team": team,
            "statements": statements,
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

    def facets(self):
        """The phase, the partners with a role in it, and the years from its start to its end on record or planned."""
        phase = self.original
        partners = {phase.leader_id, *(role.partner_id for role in phase.participations.all())} - {None}
        active = [statement.date for statement in phase.statements.all() if statement.fact == Statement.Fact.ACTIVE]
        spans = [span_of(phase.starts, phase.expected_end), *(span_of(date, date) for date in active)]
        return Facets({"phase": {phase.pk}, "partner": partners}, spans)

    @property
    def first_date(self):
        """The earliest day that its start, or else its end, can mean; None where neither is recorded."""
        return self.starts_earliest or self.ends_earliest

    @property
    def place_in_time(self):
        """What orders phases as `by_date` does."""
        return (self.first_date is None, self.first_date or date.max, self.number)

    @cached_property
    def neighbours(self):
        """The published phases just before and just after this one by date: a pair, each a page or None."""
        listed = PhasePage.listed()
        before = (phase for phase in reversed(listed) if phase.place_in_time < self.place_in_time)
        after = (phase for phase in listed if phase.place_in_time > self.place_in_time)
        return next(before, None), next(after, None)

    @cached_property
    def _partners(self):
        """The published partners by primary key, each with the page to show."""
        return PartnerPage.by_key()

    @property
    def leader_id(self):
        """The primary key of the partner that leads it on the day that the page speaks of, or led it last by then."""
        leading = [role for role in self.participations.all() if role.role == Participation.Role.LEADER]
        latest = begun_last_by(clock.today(), (role for role in leading if role.is_dated))
        return latest.partner_id if latest else self.project_leader_id

    @property
    def leader(self):
        """The project leader, with the page to show; None where there is none, or its page is not published."""
        return self._partners.get(self.leader_id)

    @property
    def roles(self):
        """The partners of this phase in the order of the form, each with its Participations: a list of pairs."""
        roles = {}
        for participation in self.participations.all():
            roles.setdefault(participation.partner_id, []).append(participation)
        return [(self._partners[key], held) for key, held in roles.items() if key in self._partners]

    @cached_property
    def disagreements(self):
        """The Disagreements on its dates."""
        return disagreements(self, self.statements.all(), {fact: fact.label for fact in Statement.DATES})

    @property
    def undisputed(self):
        """What sources say, as Statements, of what no other contradicts."""
        disputed = {statement.pk for one in self.disagreements for statement in one.statements}
        return [statement for statement in self.statements.all() if statement.pk not in disputed]

    @property
    def agreeing(self):
        """The Statements that give a date as it is recorded, by the name of its field."""
        said = {}
        for statement in self.statements.all():
            if statement.fact in Statement.DATES and statement.date == getattr(self, statement.fact):
                said.setdefault(statement.fact, []).append(statement)
        return said

    @property
    def terms_of_reference(self):
        """This phase's own terms, as published, in the reader's language; None where there are none."""
        return TermsOfReferencePage.listed().get(self.path)


@once_per_generation
def _listed(language):
    phases = PhasePage.objects.for_listing().by_date().prefetch_related("participations")
    return tuple(shown_to_reader(phases, language))
