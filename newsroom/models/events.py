"""Events: announced before, reported after, on one page."""

from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from newsroom import structured_data
from newsroom.calendar_entries import occasions
from phases.lasting import phases_in
from phases.models import PhasePage
from sesec_portal.core.blocks import body_field
from sesec_portal.core.facets import Facets
from sesec_portal.core.pages import BasePage, KeptOnce
from sesec_portal.core.rich_text import LISTS
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import Sourced, any_sample
from sesec_portal.edtf.constraints import ConstraintsBesideFields
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.records import bilingual
from sesec_portal.moments.fields import MomentField, instant
from sesec_portal.moments.words import in_words
from standards.calendars.entries import Calendar
from standards.models.topics import AboutTopics, topics_of, with_sectors

from .concerned import organisations
from .event_parts import EventFile, Speaker
from .event_timing import EventTiming, State
from .queries import EventQuerySet


class EventPage(AboutTopics, KeptOnce, EventTiming, ConstraintsBesideFields, Sourced, BasePage):
    """A webinar, a roundtable or another occasion: when, where, who speaks, and what is left of it."""

    class Kind(models.TextChoices):
        WEBINAR = "webinar", _("webinar")
        ROUNDTABLE = "roundtable", _("roundtable")
        WORKSHOP = "workshop", _("workshop")
        VISIT = "visit", _("delegation visit")
        CONFERENCE = "conference", _("conference")
        CEREMONY = "ceremony", _("ceremony")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, help_text=_("What sort of occasion it is."))
    phase = OriginalPageKey(
        "phases.PhasePage",
        verbose_name=_("phase that counts it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Only where it has a number: webinar 11 of SESEC IV."),
    )
    number_in_phase = models.PositiveSmallIntegerField(
        _("number in that phase"), null=True, blank=True, help_text=_("In figures.")
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=State,
        blank=True,
        help_text=_("Choose one if the event was postponed or cancelled after it was announced."),
    )
    starts_at = instant()
    starts = MomentField(
        _("starts"), instant_field="starts_at", help_text=_("As announced. Leave the time empty where it is not known.")
    )
    ends_at = instant()
    ends = MomentField(
        _("ends"),
        instant_field="ends_at",
        of_day="ends",
        blank=True,
        help_text=_("Leave it empty where nobody announced it; the event counts as past when its day is over."),
    )
    # EventTiming.over, for queries.
    over_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    city = models.CharField(_("city"), max_length=80, blank=True, help_text=_("Empty where it is held online only."))
    city_zh = models.CharField(
        _("city in Chinese"), max_length=80, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    online = models.BooleanField(_("online"), default=False, help_text=_("Tick it when people can take part online."))
    languages = models.CharField(
        _("languages"), max_length=80, blank=True, help_text=_("As announced: “English and Chinese”.")
    )
    languages_zh = models.CharField(
        _("languages, in Chinese"), max_length=80, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    programme = RichTextField(
        _("programme"), features=LISTS, blank=True, help_text=_("The points, one to a line, with their times.")
    )
    registration_url = models.URLField(
        _("registration"),
        max_length=500,
        blank=True,
        help_text=_("The web address where people register, starting with https://."),
    )
    registration_until_at = instant()
    registration_until = MomentField(
        _("registration ends"),
        instant_field="registration_until_at",
        of_day="ends",
        blank=True,
        help_text=_("The last moment at which people can register."),
    )
    attendance = models.PositiveIntegerField(
        _("people who attended"), null=True, blank=True, help_text=_("Afterwards, as counted or as a source says.")
    )
    registered = models.PositiveIntegerField(
        _("people who registered"), null=True, blank=True, help_text=_("As counted or as a source says.")
    )
    body = body_field()

    objects = PageManager.from_queryset(EventQuerySet)()

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("city"),
        index.SearchField("city_zh"),
        index.SearchField("programme"),
        index.SearchField("body"),
    ]

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
        MultiFieldPanel([FieldPanel("starts"), FieldPanel("ends")], heading=_("When")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("city"), FieldPanel("city_zh")]),
                FieldPanel("online"),
                FieldRowPanel([FieldPanel("languages"), FieldPanel("languages_zh")]),
            ],
            heading=_("Where"),
        ),
        InlinePanel("concerned", heading=_("Hosts"), label=_("host")),
        InlinePanel("speakers", heading=_("Speakers"), label=_("speaker")),
        FieldPanel("programme"),
        MultiFieldPanel([FieldPanel("registration_url"), FieldPanel("registration_until")], heading=_("Registration")),
        InlinePanel("topics", heading=_("Topics"), label=_("topic")),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("registered"), FieldPanel("attendance")]),
                InlinePanel("files", label=_("file")),
            ],
            heading=_("Afterwards: slides, recording, report, attendance"),
        ),
        MultiFieldPanel([PageChooserPanel("phase"), FieldPanel("number_in_phase")], heading=_("Number")),
        MultiFieldPanel(Sourced.source_panels, heading=_("Source")),
    ]

    parent_page_types = ["newsroom.EventIndexPage"]
    query_budget = (8, 9)

    exclude_fields_in_copy = ["number_in_phase"]

    translatable_fields = [
        *BasePage.translatable_fields,
        *(TranslatableField(field) for field in ("programme", "body")),
    ]

    falls_due = False
    search_type, search_order = "event", 17
    search_prefers_ahead = True
    calendar_name = "event"

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [EventQuerySet.index("event_by_day")]
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_it_starts",
                condition=Q(ends_at=None) | Q(starts_at=None) | Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The end lies before the start."),
                violation_error_code="ends",
            ),
            models.CheckConstraint(
                name="event_registration_ends_before_it_is_over",
                condition=Q(registration_until_at=None) | Q(over_at=None) | Q(registration_until_at__lte=F("over_at")),
                violation_error_message=_("Nobody can register when the event is over."),
                violation_error_code="registration_until",
            ),
            models.CheckConstraint(
                name="event_number_needs_its_phase",
                condition=Q(number_in_phase=None) | Q(phase__isnull=False),
                violation_error_message=_("Choose the phase that counts it."),
                violation_error_code="phase",
            ),
            models.UniqueConstraint(
                name="event_number_in_phase_once",
                fields=["phase", "kind", "number_in_phase"],
                condition=Q(number_in_phase__isnull=False),
                violation_error_message=_("Another event of this kind has this number in this phase."),
                violation_error_code="number_in_phase",
            ),
        ]

    def validate_constraints(self, exclude=None):
        # No form shows it, as it follows from what one shows.
        self.over_at = self.over
        super().validate_constraints(exclude=set(exclude or ()) - {"over_at"})

    def save(self, *args, **kwargs):
        self.over_at = self.over
        super().save(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        event = self.original
        event.prefetch(
            with_sectors(EventPage),
            "concerned",
            Prefetch("speakers", Speaker.objects.select_related("person")),
            Prefetch("files", EventFile.objects.select_related("document")),
        )
        phases = PhasePage.listed()
        on_that_day = phases_in((event.starts.day, event.starts.day)) if event.starts else ()
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample([event]),
            "event": event,
            "topics": topics_of(event),
            "hosts": organisations(event),
            "speakers": [one for one in event.speakers.all() if one.person.may_be_named],
            "phases": [phase for phase in phases if phase.pk in on_that_day],
            "counted_by": next((phase for phase in phases if phase.pk == event.phase_id), None),
        }

    def calendar(self, parameters):
        """Return it as a Calendar; None where calendars do not tell of it."""
        entries = occasions(EventPage.objects.by_day().filter(pk=self.original.pk))
        return Calendar(self.title, entries) if entries else None

    def structured_data(self, context):
        event = context["event"]
        return [] if event.sample else [structured_data.event(event, self, context)]

    def share_card(self):
        starts = self.original.starts
        return Card(self.title, self.original.get_kind_display(), in_words(starts) if starts else "")

    def facets(self):
        """The phases of its day, who hosts it, its topics, and the year of its days."""
        event = self.original
        days = [moment.day for moment in (event.starts, event.ends) if moment]
        partners = {one.partner_id for one in event.concerned.all()} - {None}
        phases = phases_in((days[0], days[0])) if days else set()
        bodies = {one.body_id for one in event.concerned.all()} - {None}
        about = {"phase": phases, "partner": partners, "body": bodies, "topic": event.topic_keys}
        return Facets(about, [(days[0], days[-1])] if days else [None], event.sample)

    @property
    def shown_city(self):
        return bilingual(self, "city")

    @property
    def shown_languages(self):
        return bilingual(self, "languages")
