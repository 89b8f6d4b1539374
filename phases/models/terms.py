"""The terms under which one phase works."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from phases.blocks import ClausesBlock
from sesec_portal.core.facets import Facets
from sesec_portal.core.pages import BasePage
from sesec_portal.core.rich_text import WORDS
from sesec_portal.core.sources import Sourced


class TermsOfReferencePage(Sourced, BasePage):
    """One phase's own terms, in numbered clauses; the next phase gets a page of its own."""

    preamble = RichTextField(
        _("preamble"),
        features=WORDS,
        blank=True,
        help_text=_("Where this text comes from, and what it is."),
    )
    clauses = StreamField(
        ClausesBlock(),
        blank=True,
        verbose_name=_("clauses"),
        help_text=_("They are numbered by their order: 1, 1.1, 1.2, 2 …"),
    )

    search_fields = [*BasePage.search_fields, index.SearchField("preamble"), index.SearchField("clauses")]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("preamble"),
        FieldPanel("clauses"),
        *Sourced.source_panels,
    ]

    parent_page_types = ["phases.PhasePage"]
    max_count_per_parent = 1
    query_budget = (6, 8)

    translatable_fields = [
        *BasePage.translatable_fields,
        TranslatableField("preamble"),
        TranslatableField("clauses"),
    ]

    search_type, search_order, search_counts_all = "terms", 20, True

    class Meta:
        verbose_name = _("terms of reference")
        verbose_name_plural = _("terms of reference")

    @property
    def headings(self):
        """The headings of the clauses, for the list of contents."""
        return [block.value.bound_blocks["heading"] for block in self.clauses]

    def facets(self):
        """The phase above, and its years."""
        phase = self.get_parent().specific.facets()
        return Facets({"phase": phase.about["phase"]}, phase.spans, self.original.sample)

    def get_context(self, request, *args, **kwargs):
        phase = self.get_parent().specific
        context = super().get_context(request, *args, **kwargs)
        return {**context, "shows_sample": self.sample, "phase_page": phase, "phase": phase.original}
