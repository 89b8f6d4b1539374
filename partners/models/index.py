"""All partners together."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from partners import registers, structured_data
from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.structured_data import project
from sesec_portal.languages.pages import shown_to_reader

from .pages import PartnerPage


class PartnerIndexPage(BasePage):
    """All partners of the project."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("list of partners")

    def partners(self):
        """Return the published partners with their names, each with the page to show."""
        return shown_to_reader(PartnerPage.objects.child_of(self.original).for_listing().prefetch_related("names"))

    def registers(self):
        """Return what of this page is open data."""
        return [registers.partners(self.partners), registers.names(self.partners)]

    def get_context(self, request, *args, **kwargs):
        partners = self.partners()
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any(partner.name_is_sample for partner in partners),
            "partners": partners,
        }

    def structured_data(self, context):
        return [project(member=structured_data.members(context["partners"]))]
