"""The terms under which one phase works."""

from django.utils.translation import get_language
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
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.memo import once_per_generation


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
    governs = True
    query_budget = (4, 5)

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

    @staticmethod
    def listed():
        """Return the published terms by the path of their phase, each with the page to show to the reader."""
        return _listed(get_language())

    def get_context(self, request, *args, **kwargs):
        above = self._above()
        context = super().get_context(request, *args, **kwargs)
        return {**context, "shows_sample": self.sample, "phase_page": above.shown, "phase": above}

    def _above(self):
        """The phase that these are the terms of, with the page of it above this one to show."""
        (kind,) = self.allowed_parent_page_models()
        listed = next((phase for phase in kind.listed() if phase.shown.path == self.path[: -self.steplen]), None)
        if listed:
            return listed
        page = self.get_parent().specific
        page.original.shown = page
        return page.original


@once_per_generation
def _listed(language):
    terms = shown_to_reader(TermsOfReferencePage.objects.for_listing(), language)
    return {page.path[: -page.steplen]: page for page in terms}
