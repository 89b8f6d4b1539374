"""The lists of the newsroom."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from newsroom import registers
from newsroom.calendar_entries import occasions
from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.sources import any_sample
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.punctuation import listed
from standards.calendars.entries import Calendar
from standards.filters import by_choice, by_topic
from standards.listing import Choices, DatedIndexMixin

from .events import EventPage
from .news import NewsPage
from .publications import PublicationPage

# On the first page; the rest is read by year.
MOST, LATEST = 100, 20


class NewsroomIndex(DatedIndexMixin, BasePage):
    """A list of the newsroom. Attribute: `asked_for`, words by which readers look for it."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    query_budget = (6, 9)

    class Meta:
        abstract = True

    def search_synonyms(self):
        return [str(self.asked_for)]

    def prepared(self, entries):
        """Return pages as a list, each with the page to show."""
        return shown_to_reader(entries)

    def present(self, entries):
        """The latest."""
        latest = self.prepared(entries[:LATEST])
        return {"latest": latest, "shows_sample": any_sample(latest)}


class NewsIndexPage(NewsroomIndex):
    """The news, the latest first."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    listed_model = NewsPage
    feed = "news"
    asked_for = _("latest news, recent news, what happened")
    filters = [by_choice("kind", _("Kind"), NewsPage.Kind), by_topic()]

    class Meta:
        verbose_name = _("list of news")

    def registers(self):
        """Return what of this page is open data."""
        return [registers.news(lambda: self.prepared(self.entries().in_full()))]


class EventIndexPage(NewsroomIndex):
    """What happens next, and what has been."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    listed_model = EventPage
    feed = calendar_name = "events"
    asked_for = _("next event, upcoming events, coming events, what is on")
    filters = [by_choice("kind", _("Kind"), EventPage.Kind), by_topic()]

    class Meta:
        verbose_name = _("list of events")

    def present(self, entries):
        """What happens next, what was called off, and the last that are over."""
        ahead, off = self.prepared(entries.ahead()[:MOST]), self.prepared(entries.called_off()[:MOST])
        over = self.prepared(entries.over()[:LATEST])
        shows_sample = any_sample(ahead, off, over)
        return {"ahead": ahead, "called_off": off, "over": over, "shows_sample": shows_sample}

    def calendar(self, parameters):
        """Return those events that fit a reader's choices as a Calendar."""
        choices = Choices(self.filters, parameters)
        return Calendar(listed([f"SESEC: {self.title}", *choices.labels]), occasions(choices.narrow(self.entries())))

    def registers(self):
        """Return what of this page is open data."""
        return [registers.events(lambda: self.prepared(self.entries().in_full()))]


class PublicationIndexPage(NewsroomIndex):
    """What was published, the latest first."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    listed_model = PublicationPage
    feed = "publications"
    asked_for = _("latest newsletter, newsletters, past issues, reports, studies")
    filters = [by_choice("kind", _("Kind"), PublicationPage.Kind), by_topic()]

    class Meta:
        verbose_name = _("list of publications")

    def registers(self):
        """Return what of this page is open data."""
        return [registers.publications(lambda: self.prepared(self.entries().in_full()))]
