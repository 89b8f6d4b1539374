"""All phases together."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from partners.models import PartnerPage
from phases import registers
from phases.structured_data import outlines
from phases.timeline import Timeline
from sesec_portal.core.as_of import AsOfMixin
from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.sources import any_sample
from sesec_portal.core.structured_data import project
from sesec_portal.edtf.clock import today
from sesec_portal.languages.records import bilingual

from .activity import Activity
from .phase import PhasePage
from .terms import TermsOfReferencePage


class PhaseIndexPage(AsOfMixin, BasePage):
    """All phases, as a timeline and as a list."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [
        *BasePage.content_panels,
        InlinePanel(
            "activities",
            heading=_("Activity that names no phase"),
            label=_("activity"),
            help_text=_(
                "Activity that a source dates without naming a phase. The list prints it where no phase is recorded."
            ),
        ),
        FieldPanel("body"),
    ]

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    governs = True
    query_budget = (3, 3)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("list of phases")

    def registers(self):
        """Return what of this page is open data."""
        return [
            registers.phases(PhasePage.listed, PartnerPage.by_key, TermsOfReferencePage.listed),
            registers.participations(PhasePage.listed, PartnerPage.by_key),
            registers.activities(Activity.listed),
        ]

    def search_synonyms(self):
        return [str(_("current phase, phase today, running, when did it start, when does it end"))]

    def shown_text(self):
        """With the activity that no phase's page can tell of."""
        return [*super().shown_text(), *(bilingual(one, "what") for one in self.original.activities.all())]

    def get_context(self, request, *args, **kwargs):
        phases = PhasePage.listed()
        activities = Activity.listed()
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample(activities),
            "phases": phases,
            "timeline": Timeline.of(phases, today(), activities),
        }

    def structured_data(self, context):
        return [project(subOrganization=outlines(context["phases"]))]
