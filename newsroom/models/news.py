"""News of standardization in China and in Europe."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.images import get_image_model_string
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from governance.finding import place_of_decision
from governance.models import Decision
from newsroom import structured_data
from phases.lasting import phases_in, phases_of
from phases.models import PhasePage
from sesec_portal.core.blocks import body_field
from sesec_portal.core.facets import Facets, span_of
from sesec_portal.core.pages import BasePage
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import Sourced, any_sample
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.visibility.pages import public
from standards.models import CallPage
from standards.models.topics import AboutTopics, topics_of, with_sectors

from .concerned import organisations
from .events import EventPage
from .queries import NewsQuerySet


class NewsPage(AboutTopics, Sourced, BasePage):
    """Something that happened, as exact in its date as its source, with what it is about."""

    class Kind(models.TextChoices):
        NEWS = "news", _("news")
        OBSERVATION = "observation", _("observation")
        REPORT = "report", _("report")
        TRANSLATION = "translation", _("translation")

    date_earliest, date_latest = bound(), bound()
    date = EdtfField(
        _("date"), earliest_field="date_earliest", latest_field="date_latest", blank=True, help_text=EDTF_HELP
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind,
        default=Kind.NEWS,
        help_text=_("News tells what happened; an observation is the office’s own view of it."),
    )
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown above the text. The picture's own alternative text is printed with it."),
    )
    call = OriginalPageKey(
        "standards.CallPage",
        verbose_name=_("call for comments"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="news",
        help_text=_("The call that it tells of."),
    )
    event = OriginalPageKey(
        "newsroom.EventPage",
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="news",
        help_text=_("The event that it tells of."),
    )
    decision = models.ForeignKey(
        "governance.Decision",
        verbose_name=_("decision"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The decision of the Steering Committee that it tells of; shown where readers may know of it."),
    )
    body = body_field()

    objects = PageManager.from_queryset(NewsQuerySet)()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("kind")]),
        InlinePanel("topics", heading=_("Topics"), label=_("topic")),
        FieldPanel("picture"),
        FieldPanel("body"),
        InlinePanel("concerned", heading=_("Whom it concerns"), label=_("organisation")),
        MultiFieldPanel(
            [PageChooserPanel("call"), PageChooserPanel("event"), FieldPanel("decision")], heading=_("What it tells of")
        ),
        MultiFieldPanel(Sourced.source_panels, heading=_("Source")),
    ]

    parent_page_types = ["newsroom.NewsIndexPage"]
    query_budget = (8, 9)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    falls_due = False
    search_type, search_order = "news", 16

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")
        indexes = [NewsQuerySet.index("news_by_day")]

    def get_context(self, request, *args, **kwargs):
        item = self.original
        item.prefetch(with_sectors(NewsPage), "concerned")
        told = ((CallPage, item.call_id), (EventPage, item.event_id))
        related = [page for model, key in told if key for page in _public(model, key)]
        decision, decision_page, decision_rest = _decision(item)
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample([item]),
            "item": item,
            "topics": topics_of(item),
            "organisations": organisations(item),
            "phases": phases_on(item.date),
            "related": related,
            "decision": decision,
            "decision_page": decision_page,
            "decision_rest": decision_rest,
        }

    def structured_data(self, context):
        item = context["item"]
        return [] if item.sample else [structured_data.news_article(item, self, context["topics"])]

    def share_card(self):
        date = self.original.date
        return Card(self.title, self.original.get_kind_display(), date.spelled_out() if date else "")

    def facets(self):
        """The phases of its day, whom it concerns, its topics, and the years that its date can mean."""
        item = self.original
        partners = {one.partner_id for one in item.concerned.all()} - {None}
        bodies = {one.body_id for one in item.concerned.all()} - {None}
        about = {"phase": phases_of(item.date), "partner": partners, "body": bodies, "topic": item.topic_keys}
        return Facets(about, [span_of(item.date, item.date)], item.sample)


def _public(model, key):
    """Return the page of a type with this key, with the page to show, alone in a list, where readers may know of it."""
    return shown_to_reader(public(model.objects.filter(pk=key)).select_related("locale"))


def _decision(item):
    """Return the decision that a news item tells of, the page that prints it and what follows its address."""
    named = item.decision_id and Decision.objects.published().filter(pk=item.decision_id)
    decision = named.first() if named else None
    page, rest = place_of_decision(decision) if decision else (None, "")
    return (decision, page, rest) if page else (None, None, "")


def phases_on(date):
    """Return the published phases, each with its page, that lasted on each day that a PartialDate can mean."""
    if not date:
        return []
    of_days = [phases_in((day, day)) for day in {date.earliest, date.latest}]
    return [phase for phase in PhasePage.listed() if all(phase.pk in phases for phases in of_days)]
