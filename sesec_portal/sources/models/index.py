"""The register of sources as a page."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from sesec_portal.core.blocks import body_field
from sesec_portal.core.open_data import Register
from sesec_portal.core.pages import BasePage
from sesec_portal.core.sources import any_sample
from sesec_portal.sources import registers

from .source import Source


class SourceIndexPage(BasePage):
    """Every published source, by its title."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    query_budget = (3, 3)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("list of sources")

    @staticmethod
    def listed() -> QuerySet[Source]:
        """Return the sources of which readers may know, by title."""
        return Source.objects.listed()

    def registers(self) -> list[Register]:
        """Return what of this page is open data."""
        return [registers.sources(self.listed)]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        sources = list(self.listed())
        context = super().get_context(request, *args, **kwargs)
        return {**context, "sources": sources, "shows_sample": any_sample(sources)}
