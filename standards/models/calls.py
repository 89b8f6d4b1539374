"""Calls for comments on drafts, and notifications to the World Trade Organization."""

from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from sesec_portal.core.blocks import body_field
from sesec_portal.core.facets import Facets
from sesec_portal.core.pages import BasePage
from sesec_portal.core.rich_text import LISTS
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import Sourced, any_sample
from sesec_portal.edtf.constraints import ConstraintsBesideFields
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.moments.fields import MomentField, instant
from sesec_portal.moments.words import in_words
from sesec_portal.moments.zones import BEIJING
from standards import structured_data
from standards.calendars.deadlines import deadlines
from standards.calendars.entries import Calendar

from .bodies import BodyPage
from .call_parts import CallDocument, CallNumber
from .call_window import CallWindow
from .queries import CallQuerySet
from .topics import AboutTopics, topics_of, with_sectors


class CallPage(AboutTopics, CallWindow, ConstraintsBesideFields, Sourced, BasePage):
    """A draft on which comments are called for: by whom, until when, how, and what came of it."""

    class Kind(models.TextChoices):
        LAW = "law", _("draft law")
        REGULATION = "regulation", _("draft regulation")
        NATIONAL = "national", _("draft national standard")
        PLAN = "plan", _("proposal for a standards plan")
        SECTOR = "sector", _("draft sector standard")
        TBT = "tbt", _("TBT notification")
        SPS = "sps", _("SPS notification")

    class CommentLanguage(models.TextChoices):
        CHINESE = "zh-hans", _("in Chinese")
        ENGLISH = "en", _("in English")
        BOTH = "both", _("in Chinese or English")

    kind = models.CharField(
        _("kind"), max_length=12, choices=Kind, help_text=_("What kind of text comments are invited on.")
    )
    announced_title = models.CharField(
        _("title as announced"), max_length=255, blank=True, help_text=_("In Chinese, word for word.")
    )
    issuing_body = OriginalPageKey(
        "standards.BodyPage",
        verbose_name=_("issuing body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="calls",
        help_text=_("Who calls for comments. Bodies are kept under “Who is who”."),
    )
    opens_at = instant()
    opens = MomentField(
        _("opens"),
        instant_field="opens_at",
        zone=BEIJING,
        blank=True,
        help_text=_("When comments can first be sent, in the time zone of the announcement."),
    )
    deadline_at = instant()
    deadline = MomentField(
        _("deadline"),
        instant_field="deadline_at",
        of_day="ends",
        zone=BEIJING,
        blank=True,
        help_text=_("As announced. A day without a time means the end of that day; the page says that it is read so."),
    )
    deadline_wording = models.CharField(
        _("deadline, word for word"),
        max_length=160,
        blank=True,
        help_text=_("What the announcement says, where it could be read in two ways: 于2024年9月24日前."),
    )
    own_deadline_at = instant()
    own_deadline = MomentField(
        _("deadline for comments through SESEC"),
        instant_field="own_deadline_at",
        of_day="ends",
        blank=True,
        help_text=_("Earlier than the deadline, so that SESEC can gather and translate them. Empty where it does not."),
    )
    how = RichTextField(
        _("how to comment"),
        features=LISTS,
        blank=True,
        help_text=_("Whom to send comments to, and in what form. You can add links."),
    )
    comment_language = models.CharField(
        _("language of comments"), max_length=8, choices=CommentLanguage, blank=True, help_text=_("As announced.")
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=255,
        blank=True,
        help_text=_("What came of it: “Adopted”, “Published as GB/T 1234-2024”, “Withdrawn”."),
    )
    outcome_date_earliest, outcome_date_latest = bound(), bound()
    outcome_date = EdtfField(
        _("date of the outcome"),
        earliest_field="outcome_date_earliest",
        latest_field="outcome_date_latest",
        blank=True,
        help_text=EDTF_HELP,
    )
    outcome_url = models.URLField(
        _("link to the outcome"), max_length=500, blank=True, help_text=_("The web address, starting with https://.")
    )
    body = body_field()

    objects = PageManager.from_queryset(CallQuerySet)()

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("announced_title", boost=2),
        index.SearchField("numbers_in_words", boost=2),
        index.SearchField("how"),
        index.SearchField("outcome"),
        index.SearchField("body"),
    ]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("announced_title"),
        FieldRowPanel([FieldPanel("kind"), PageChooserPanel("issuing_body")]),
        InlinePanel("numbers", heading=_("Numbers"), label=_("number")),
        MultiFieldPanel(
            [FieldPanel("opens"), FieldPanel("deadline"), FieldPanel("deadline_wording"), FieldPanel("own_deadline")],
            heading=_("From when to when"),
        ),
        MultiFieldPanel([FieldPanel("how"), FieldPanel("comment_language")], heading=_("How to comment")),
        InlinePanel("documents", heading=_("Documents"), label=_("document")),
        InlinePanel("topics", heading=_("Topics"), label=_("topic")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("outcome"), FieldPanel("outcome_date")]), FieldPanel("outcome_url")],
            heading=_("What came of it"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(Sourced.source_panels, heading=_("Source")),
    ]

    parent_page_types = ["standards.CallIndexPage"]
    query_budget = (7, 8)

    translatable_fields = [
        *BasePage.translatable_fields,
        *(TranslatableField(field) for field in ("how", "outcome", "body")),
    ]

    falls_due = False
    search_type, search_order = "call", 15
    search_prefers_ahead = True
    calendar_name = "call"

    class Meta:
        verbose_name = _("call for comments")
        verbose_name_plural = _("calls for comments")
        indexes = [CallQuerySet.index("call_by_day")]
        constraints = [
            models.CheckConstraint(
                name="call_closes_after_it_opens",
                condition=Q(deadline_at=None) | Q(opens_at=None) | Q(deadline_at__gt=F("opens_at")),
                violation_error_message=_("The deadline lies before the opening."),
                violation_error_code="deadline",
            ),
            models.CheckConstraint(
                name="call_own_deadline_is_earlier",
                condition=Q(own_deadline_at=None) | Q(deadline_at=None) | Q(own_deadline_at__lte=F("deadline_at")),
                violation_error_message=_("Comments through SESEC have to be there before the deadline itself."),
                violation_error_code="own_deadline",
            ),
            models.CheckConstraint(
                name="call_own_deadline_after_it_opens",
                condition=Q(own_deadline_at=None) | Q(opens_at=None) | Q(own_deadline_at__gt=F("opens_at")),
                violation_error_message=_("The deadline lies before the opening."),
                violation_error_code="own_deadline",
            ),
        ]

    def get_context(self, request, *args, **kwargs):
        call = self.original
        documents = Prefetch("documents", CallDocument.objects.select_related("document"))
        call.prefetch("numbers", documents, with_sectors(CallPage))
        bodies = BodyPage.by_key()
        numbers = list(call.numbers.all())
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample([call]),
            "call": call,
            "issuing_body": bodies.get(call.issuing_body_id),
            "own_numbers": [number for number in numbers if number.role == CallNumber.Role.OWN],
            "related_numbers": [number for number in numbers if number.role == CallNumber.Role.RELATED],
            "topics": topics_of(call),
        }

    def calendar(self, parameters):
        """Return its deadlines as a Calendar; None where none is on record."""
        entries = deadlines(CallPage.objects.by_day().filter(pk=self.original.pk))
        return Calendar(self.title, entries) if entries else None

    def structured_data(self, context):
        call = context["call"]
        return [] if call.sample else [structured_data.call(call, self, context["issuing_body"], context["topics"])]

    def share_card(self):
        deadline = self.original.deadline
        return Card(self.title, self.original.get_kind_display(), in_words(deadline, is_end=True) if deadline else "")

    def facets(self):
        """Its topics, the body that issued it, and the years in which it was opened and closed."""
        call = self.original
        moments = [moment for moment in (call.opens, call.deadline) if moment]
        about = {"topic": call.topic_keys, "body": {call.issuing_body_id} - {None}}
        return Facets(about, [(moments[0].day, moments[-1].day)] if moments else [None], call.sample)

    def other_titles(self):
        call = self.original
        return [call.announced_title, *(number.number for number in call.numbers.all())]

    def search_synonyms(self):
        return [*super().search_synonyms(), *self.numbers_in_words]

    @property
    def numbers_in_words(self):
        """Its numbers, for the search index."""
        return [f"{number.number} {number.title}".strip() for number in self.original.numbers.all()]
