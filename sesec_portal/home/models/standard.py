"""Any page of text."""

from django.http import HttpRequest
from django.template import Context
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.structured_data import Node, project
from sesec_portal.languages.pages import with_language
from sesec_portal.visibility.pages import public

from .contact import contact


class StandardPage(BasePage):
    """A page of text: background, privacy, accessibility, contact."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types = ["home.HomePage", "home.StandardPage", "governance.SteeringCommitteePage"]
    query_budget = (4, 5)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("text page")

    @property
    def contents(self) -> list[StreamValue.StreamChild]:
        """The headings of the text, for a list of contents."""
        return [block for block in self.body if block.block_type == "heading"]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        below = with_language(public(self.get_children()))
        shown = contact() if contact().stands_on(self) else None
        return {**super().get_context(request, *args, **kwargs), "below": below, "contact": shown}

    def structured_data(self, context: Context) -> list[Node]:
        return [project(**context["contact"].structured_data())] if context["contact"] else []
