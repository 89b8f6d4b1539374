"""The meetings of the Steering Committee."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.documents import get_document_model_string
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from governance.structured_data import meeting_event
from partners.models import PartnerPage
from phases.lasting import phases_of
from sesec_portal.core.facets import Facets, span_of
from sesec_portal.core.pages import BasePage, Numbered
from sesec_portal.core.rich_text import POINTS
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import Sourced, any_sample
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.punctuation import comma
from sesec_portal.languages.records import bilingual

from .decisions import Decision
from .queries import MeetingQuerySet


class MeetingPage(Numbered, Sourced, BasePage):
    """One meeting: when and where, who came, what was on the agenda, what was decided."""

    held_earliest, held_latest = bound(), bound()
    held = EdtfField(_("date"), earliest_field="held_earliest", latest_field="held_latest", help_text=EDTF_HELP)
    city = models.CharField(_("city"), max_length=80, blank=True, help_text=_("Empty for a meeting held online only."))
    city_zh = models.CharField(
        _("city in Chinese"), max_length=80, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    online = models.BooleanField(_("online"), default=False, help_text=_("Tick it when people could take part online."))
    host = OriginalPageKey(
        "partners.PartnerPage",
        verbose_name=_("host"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meetings_hosted",
        help_text=_("The partner that invited."),
    )
    agenda = RichTextField(_("agenda"), features=POINTS, blank=True, help_text=_("The points, one to a line."))
    minutes = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("minutes"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The approved minutes, as a document that may be public."),
    )

    objects = PageManager.from_queryset(MeetingQuerySet)()

    search_fields = [*BasePage.search_fields, index.SearchField("agenda")]

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("number"), FieldPanel("held")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("city"), FieldPanel("city_zh")]),
                FieldPanel("online"),
                PageChooserPanel("host"),
            ],
            heading=_("Where"),
        ),
        InlinePanel("attendances", heading=_("Organisations that attended"), label=_("organisation")),
        FieldPanel("agenda"),
        FieldPanel("minutes"),
        MultiFieldPanel(Sourced.source_panels, heading=_("Source")),
    ]

    parent_page_types = ["governance.SteeringCommitteePage"]
    governs = True
    drafts_stay_inside = True
    query_budget = (8, 9)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("agenda")]

    search_type, search_order, search_counts_all = "meeting", 40, True

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def get_context(self, request, *args, **kwargs):
        meeting = self.original
        attended = [attendance.partner_id for attendance in meeting.attendances.all()]
        partners = _partners({*attended, meeting.host_id} - {None})
        host, attended = partners.get(meeting.host_id), [partners[key] for key in attended if key in partners]
        decisions = Decision.objects.for_listing().filter(meeting__in=[meeting.pk])
        context = super().get_context(request, *args, **kwargs)
        shows_sample = any_sample([meeting], decisions)
        return {
            **context,
            "shows_sample": shows_sample,
            "meeting": meeting,
            "host": host,
            "attended": attended,
            "decisions": decisions,
        }

    def facets(self):
        """The phases in whose dates it was held, its host and who attended, and the years its date can mean."""
        meeting = self.original
        partners = {meeting.host_id, *(attendance.partner_id for attendance in meeting.attendances.all())} - {None}
        sample = any_sample([meeting], Decision.objects.published().filter(meeting=meeting))
        about = {"phase": phases_of(meeting.held), "partner": partners}
        return Facets(about, [span_of(meeting.held, meeting.held)], sample)

    def shown_text(self):
        decisions = Decision.objects.for_listing().filter(meeting=self.original)
        return [*super().shown_text(), *(decision.public_text for decision in decisions)]

    def structured_data(self, context):
        meeting = context["meeting"]
        return [] if meeting.sample else [meeting_event(meeting, self, context["host"], context["attended"])]

    @property
    def venue(self):
        """Where it was held, in words: a city, online, or both; an empty text where neither is recorded."""
        city = bilingual(self, "city")
        if city and self.online:
            return city + comma() + gettext("and online")
        return gettext("online") if self.online else city

    def share_card(self):
        held = self.original.held
        return Card(self.title, _("Meeting"), held.spelled_out() if held else "")


def _partners(keys):
    """Return these partners, published or not, by primary key, each with the page to show."""
    partners = {key: partner for key, partner in PartnerPage.by_key().items() if key in keys}
    others = shown_to_reader(PartnerPage.objects.select_related("locale").filter(pk__in=keys - partners.keys()))
    return partners | {partner.pk: partner for partner in others}
