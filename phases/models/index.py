"""All phases together."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from partners.models import PartnerPage
from phases import registers
from phases.structured_data import outlines
from phases.timeline import Timeline
from sesec_portal.core.as_of import AsOfMixin
from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.structured_data import project
from sesec_portal.edtf.clock import today
from sesec_portal.languages.pages import shown_to_reader

from .phase import PhasePage
from .terms import TermsOfReferencePage


class PhaseIndexPage(AsOfMixin, BasePage):
    """All phases, as a timeline and as a list."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    query_budget = (3, 5)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("list of phases")

    def phases(self, *related):
        """Return the published phases by date, each with the page to show and the `related` rows named."""
        phases = PhasePage.objects.child_of(self.original).for_listing().so_far().by_date()
        return shown_to_reader(phases.prefetch_related(*related))

    def registers(self):
        """Return what of this page is open data."""
        return [
            registers.phases(self.phases, _partners, self._terms),
            registers.participations(lambda: self.phases("participations"), _partners),
        ]

    def _terms(self):
        """Return the published terms of reference by the path of their phase."""
        terms = shown_to_reader(TermsOfReferencePage.objects.descendant_of(self.original).for_listing())
        return {page.path[: -page.steplen]: page for page in terms}

    def get_context(self, request, *args, **kwargs):
        phases = self.phases()
        timeline = Timeline.of(phases, today())
        return {**super().get_context(request, *args, **kwargs), "phases": phases, "timeline": timeline}

    def structured_data(self, context):
        return [project(subOrganization=outlines(context["phases"]))]


def _partners():
    return PartnerPage.objects.for_listing().in_bulk()
