"""Who is who in standardization: all bodies, in China, in Europe and elsewhere."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from partners.models import PartnerPage
from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.sources import any_sample
from standards import registers

from .bodies import BodyPage


class BodyIndexPage(BasePage):
    """All bodies on record by where their word counts, what has ended apart; partners among the Europeans."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    query_budget = (2, 2)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("who is who")

    def registers(self):
        """Return what of this page is open data."""
        return [registers.bodies(BodyPage.listed), registers.body_names(BodyPage.listed)]

    def get_context(self, request, *args, **kwargs):
        bodies = BodyPage.listed()
        there = [body for body in bodies if not body.is_over]
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample(bodies),
            "groups": [(region, [body for body in there if body.region == region]) for region in BodyPage.Region],
            "europe": BodyPage.Region.EUROPE,
            "ended": [body for body in bodies if body.is_over],
            "partners": PartnerPage.listed(),
        }
