"""Any page of text."""

from django.db import models
from django.http import HttpRequest
from django.template import Context
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.structured_data import Node, project
from sesec_portal.languages.pages import shown_to_reader, with_language
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

from .reached import contact


class StandardPage(BasePage):
    """A page of text: background, privacy, accessibility, contact."""

    body = body_field()
    on_front_page = models.BooleanField(
        _("card on the front page"),
        default=False,
        help_text=_("The front page shows its title and summary, to lead readers to the page meant for them."),
    )

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    promote_panels = [*BasePage.promote_panels, FieldPanel("on_front_page")]

    parent_page_types = ["home.HomePage", "home.StandardPage", "governance.SteeringCommitteePage"]
    query_budget = (7, 8)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("text page")

    @staticmethod
    def doors() -> tuple["StandardPage", ...]:
        """Return the published pages that have a card on the front page, each with the page to show to the reader."""
        return _doors(get_language())

    @property
    def contents(self) -> list[StreamValue.StreamChild]:
        """The headings of the text, for a list of contents."""
        return [block for block in self.body if block.block_type == "heading"]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        below = with_language(public(self.get_children()))
        part = contact().part_on(self)
        return {**super().get_context(request, *args, **kwargs), "below": below, "part": part, "kept": contact()}

    def structured_data(self, context: Context) -> list[Node]:
        return [project(**context["kept"].structured_data())] if context["part"] == "contact" else []


@once_per_generation
def _doors(language: str) -> tuple[StandardPage, ...]:
    return tuple(shown_to_reader(StandardPage.objects.for_listing().filter(on_front_page=True), language))
