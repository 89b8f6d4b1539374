"""The sectoral priorities, in numbered revisions that stay as they were adopted."""

from operator import attrgetter

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PageManager
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from governance.forms import RevisionForm
from sesec_portal.core.facets import Facets, span_of
from sesec_portal.core.pages import BasePage, Numbered, PortalPageQuerySet
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import Sourced, any_sample
from sesec_portal.edtf import clock
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.records import bilingual
from sesec_portal.pagecache.memo import once_per_generation

from .meetings import MeetingPage, phases_of
from .sectors import Sector


class RevisionQuerySet(PortalPageQuerySet):
    """The questions the portal asks about revisions of the priorities."""

    def newest_first(self):
        return self.order_by(F("adopted_earliest").desc(nulls_last=True), "-number")


class PriorityRevisionPage(Numbered, Sourced, BasePage):
    """One adopted list of sectoral priorities, in order, with the reason for each."""

    adopted_earliest, adopted_latest = bound(), bound()
    adopted = EdtfField(
        _("adopted on"), earliest_field="adopted_earliest", latest_field="adopted_latest", help_text=EDTF_HELP
    )
    meeting = models.ForeignKey(
        "governance.MeetingPage",
        verbose_name=_("adopted by the meeting"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="revisions_adopted",
        help_text=_("The meeting that adopted it."),
    )
    reason = RichTextField(
        _("reason"),
        features=["bold", "italic", "ul", "ol", "link"],
        blank=True,
        help_text=_("Why the list was revised."),
    )

    objects = PageManager.from_queryset(RevisionQuerySet)()

    search_fields = [*BasePage.search_fields, index.SearchField("reason")]

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("number"), FieldPanel("adopted")]),
        PageChooserPanel("meeting", "governance.MeetingPage"),
        FieldPanel("reason"),
        InlinePanel("items", heading=_("Priorities in order"), label=_("priority")),
        MultiFieldPanel(Sourced.source_panels, heading=_("Source")),
        InlinePanel(
            "corrections",
            heading=_("Corrections"),
            label=_("correction"),
            help_text=_("The one part of a published revision that may still grow."),
        ),
    ]
    base_form_class = RevisionForm

    parent_page_types = ["governance.PriorityIndexPage"]
    subpage_types = []

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("reason")]

    search_type = "priorities"

    class Meta:
        verbose_name = _("revision of the priorities")

    def clean(self):
        super().clean()
        if self.original is not self:
            return
        if self.meeting:
            self.meeting = self.meeting.original
        if self.first_published_at and self._as_adopted() != type(self).objects.get(pk=self.pk)._as_adopted():
            raise ValidationError(
                _("This revision has been published and stays as it is. Append a correction at the end of the form.")
            )

    def _as_adopted(self):
        """What may not change once the revision is published."""
        items = [(item.sector_id, item.rationale, item.rationale_zh) for item in self.ordered_items()]
        return self.title, self.number, str(self.adopted), self.meeting_id, self.reason, items

    def ordered_items(self):
        """The priorities in order, those not yet saved too."""
        return sorted(self.items.all(), key=lambda item: item.sort_order or 0)

    def facets(self):
        """The phases in whose dates it was adopted, and the years that date can mean."""
        revision = self.original
        sample = any_sample([revision], (item.sector for item in revision.items.select_related("sector")))
        adopted = revision.adopted
        return Facets(phases=phases_of(adopted), spans=[span_of(adopted, adopted)], sample=sample)

    def shown_text(self):
        revision = self.original
        items = [(item.sector.shown_name, bilingual(item, "rationale")) for item in revision.ordered_items()]
        corrections = [bilingual(correction, "text") for correction in revision.corrections.all()]
        return [*super().shown_text(), *(": ".join(filter(None, item)) for item in items), *corrections]

    @staticmethod
    def listed():
        """Return the published revisions, newest first, with their items and the page to show to the reader.

        Those after the day asked about are left out, if a day was asked about. See `memo`.
        """
        revisions = _listed(get_language())
        if not clock.is_asked():
            return revisions
        return tuple(each for each in revisions if each.adopted_earliest and each.adopted_earliest <= clock.today())

    def get_context(self, request, *args, **kwargs):
        revision = self.original
        items = revision.items.select_related("sector")
        meetings = shown_to_reader(MeetingPage.objects.for_listing().filter(pk=revision.meeting_id))
        former = [other for other in type(self).listed() if 0 < (other.number or 0) < (revision.number or 0)]
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample([revision], meetings, (item.sector for item in items)),
            "revision": revision,
            "items": items,
            "corrections": revision.corrections.all(),
            "meeting": next(iter(meetings), None),
            "former": max(former, key=attrgetter("number"), default=None),
        }

    def share_card(self):
        adopted = self.original.adopted
        facts = gettext("Adopted: %(date)s") % {"date": adopted.spelled_out()} if adopted else ""
        return Card(self.title, _("Sectoral priorities"), facts)


@once_per_generation
def _listed(language):
    revisions = PriorityRevisionPage.objects.for_listing().newest_first()
    return tuple(shown_to_reader(revisions.prefetch_related("items__sector", "corrections"), language))


class PriorityItem(Orderable):
    """A sector in its place, with the reason for it."""

    revision = ParentalKey(PriorityRevisionPage, on_delete=models.CASCADE, related_name="items")
    sector = models.ForeignKey(
        Sector,
        verbose_name=_("sector"),
        on_delete=models.PROTECT,
        related_name="places",
        help_text=_("Kept under “Sectors”; a sector keeps its code when it is reworded."),
    )
    rationale = models.TextField(
        _("rationale"), blank=True, help_text=_("Why it is a priority, and why in this place.")
    )
    rationale_zh = models.TextField(_("rationale in Chinese"), blank=True, help_text=_("Shown to readers of Chinese."))

    panels = [FieldPanel("sector"), FieldRowPanel([FieldPanel("rationale"), FieldPanel("rationale_zh")])]

    class Meta(Orderable.Meta):
        verbose_name = _("priority")
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "sector"],
                name="priority_named_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("This sector is in the list already."),
            )
        ]

    def __str__(self):
        return str(self.sector)


class Correction(Orderable):
    """A notice appended to a published revision."""

    revision = ParentalKey(PriorityRevisionPage, on_delete=models.CASCADE, related_name="corrections")
    day = models.DateField(_("date"), help_text=_("The day of the correction."))
    text = models.TextField(_("what was wrong, and what is right"), help_text=_("In one or two sentences."))
    text_zh = models.TextField(_("the same in Chinese"), blank=True, help_text=_("Shown to readers of Chinese."))

    panels = [FieldPanel("day"), FieldPanel("text"), FieldPanel("text_zh")]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")

    def __str__(self):
        return self.text
