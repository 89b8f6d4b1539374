"""All calls for comments."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.sources import any_sample
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.punctuation import listed
from standards import registers
from standards.calendars.deadlines import deadlines
from standards.calendars.entries import Calendar
from standards.filters import by_body, by_choice, by_topic
from standards.listing import Choices, DatedIndexMixin

from .bodies import BodyPage
from .calls import CallPage

# Of those that are open or come, all that anybody reads in one go; of the others the last.
MOST, LATEST = 100, 10


class CallIndexPage(DatedIndexMixin, BasePage):
    """What closes next, what is open, and what was called for in each year."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    query_budget = (6, 9)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    filters = [by_choice("kind", _("Kind"), CallPage.Kind), by_topic(), by_body(CallPage, "issuing_body")]
    listed_model = CallPage
    years_title = _("By year of the deadline")
    feed = calendar_name = "calls"

    class Meta:
        verbose_name = _("list of calls for comments")

    def search_synonyms(self):
        return [
            gettext("next deadline, deadlines, deadline for comments, closing date"),
            gettext("open calls, consultation, draft, notification, market access"),
        ]

    def registers(self):
        """Return what of this page is open data."""
        return [registers.calls(lambda: self.prepared(self.entries().in_full()))]

    def calendar(self, parameters):
        """Return the deadlines of those calls that fit a reader's choices as a Calendar."""
        choices = Choices(self.filters, parameters)
        return Calendar(listed([f"SESEC: {self.title}", *choices.labels]), deadlines(choices.narrow(self.entries())))

    def prepared(self, entries):
        """Return calls as a list, each with the page to show and the body that issued it."""
        bodies = BodyPage.by_key()
        calls = shown_to_reader(entries)
        for call in calls:
            call.issued_by = bodies.get(call.issuing_body_id)
        return calls

    def present(self, entries):
        """What closes next, what opens later, and the last that closed."""
        now, coming = self.prepared(entries.open()[:MOST]), self.prepared(entries.coming()[:MOST])
        over = self.prepared(entries.over()[:LATEST])
        shows_sample = any_sample(now, coming, over)
        return {"open_calls": now, "coming_calls": coming, "past_calls": over, "shows_sample": shows_sample}
