"""The revisions of the sectoral priorities together, and any two of them compared."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from governance import registers
from governance.comparison import Entry, compare
from governance.slope_chart import SlopeChart
from sesec_portal.core.as_of import AsOfMixin
from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.sources import any_sample
from sesec_portal.languages.records import bilingual

from .meetings import MeetingPage
from .priorities import PriorityRevisionPage


class PriorityIndexPage(AsOfMixin, BasePage):
    """The sectoral priorities: the list in force, its revisions, and comparisons between them."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types = ["governance.SteeringCommitteePage"]
    max_count_per_parent = 1
    governs = True
    query_budget = (3, 3)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("sectoral priorities")

    def search_synonyms(self):
        return [str(_("current priorities, priorities in force, which sectors come first"))]

    def registers(self):
        """Return what of this page is open data."""
        return [registers.priorities(PriorityRevisionPage.listed, MeetingPage.objects.numbers)]

    def get_context(self, request, *args, **kwargs):
        revisions = PriorityRevisionPage.listed()
        in_force = PriorityRevisionPage.in_force()
        items = in_force.items.all() if in_force else []
        context = super().get_context(request, *args, **kwargs)
        shows_sample = any_sample(revisions, (item.sector for item in items))
        return {
            **context,
            "shows_sample": shows_sample,
            "revisions": revisions,
            "in_force": in_force,
            "items": items,
        }

    @path("compare/")
    def choose(self, request):
        """Send the reader to the comparison that the form asks for."""
        numbers = [request.GET.get(name, "") for name in ("from", "to")]
        if not all(number.isdecimal() and len(number) < 6 for number in numbers):
            raise Http404
        return redirect("{}compare/{}/{}/".format(self.url, *numbers))

    @path("compare/<int:former>/<int:latter>/")
    def compare(self, request, former, latter):
        """Show what changed from one revision to another."""
        by_number = {revision.number: revision for revision in PriorityRevisionPage.listed()}
        if not {former, latter} <= by_number.keys():
            raise Http404
        before, after = by_number[former], by_number[latter]
        entries = [_entries(before), _entries(after)]
        difference = compare(*entries)
        context = {
            "shows_sample": any_sample([before, after], (entry.record.sector for part in entries for entry in part)),
            "before": before,
            "after": after,
            "difference": difference,
            "chart": SlopeChart.of(difference),
        }
        return self.render(request, context_overrides=context, template="governance/priority_comparison.html")


def _entries(revision):
    return [
        Entry(item.sector.code, (item.shown_name, bilingual(item, "rationale")), item) for item in revision.items.all()
    ]
