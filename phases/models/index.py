"""All phases together."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from phases.structured_data import outlines
from phases.timeline import Timeline
from sesec_portal.core.as_of import AsOfMixin
from sesec_portal.core.blocks import body_field
from sesec_portal.core.clock import today
from sesec_portal.core.languages import shown_to_reader
from sesec_portal.core.pages import BasePage
from sesec_portal.core.structured_data import project

from .phase import PhasePage


class PhaseIndexPage(AsOfMixin, BasePage):
    """All phases, as a timeline and as a list."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types = ["home.HomePage"]
    subpage_types = ["phases.PhasePage"]
    max_count_per_parent = 1

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("list of phases")

    def get_context(self, request, *args, **kwargs):
        phases = shown_to_reader(PhasePage.objects.child_of(self.original).for_listing().so_far().by_date())
        timeline = Timeline.of(phases, today())
        return {**super().get_context(request, *args, **kwargs), "phases": phases, "timeline": timeline}

    def structured_data(self, context):
        return [project(subOrganization=outlines(context["phases"]))]
