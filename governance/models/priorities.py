"""The sectoral priorities, in numbered revisions that stay as they were adopted."""

from operator import attrgetter

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from governance.forms import STAYS_AS_ADOPTED, RevisionForm
from phases.lasting import phases_of
from sesec_portal.core.as_of import so_far
from sesec_portal.core.facets import Facets, span_of
from sesec_portal.core.pages import BasePage, Numbered
from sesec_portal.core.rich_text import LISTS
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import Sourced, any_sample
from sesec_portal.edtf.clock import today
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.punctuation import colon
from sesec_portal.languages.records import bilingual
from sesec_portal.pagecache.memo import once_per_generation

from .meetings import MeetingPage
from .queries import RevisionQuerySet


class PriorityRevisionPage(Numbered, Sourced, BasePage):
    """One adopted list of sectoral priorities, in order, with the reason for each."""

    adopted_earliest, adopted_latest = bound(), bound()
    adopted = EdtfField(
        _("adopted on"), earliest_field="adopted_earliest", latest_field="adopted_latest", help_text=EDTF_HELP
    )
    meeting = OriginalPageKey(
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
        features=LISTS,
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
            help_text=_("The only part of a published revision that you can still add to."),
        ),
    ]
    base_form_class = RevisionForm

    parent_page_types = ["governance.PriorityIndexPage"]
    governs = True
    drafts_stay_inside = True
    query_budget = (7, 9)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("reason")]

    search_type, search_order, search_counts_all = "priorities", 50, True

    class Meta:
        verbose_name = _("revision of the priorities")
        verbose_name_plural = _("revisions of the priorities")

    def with_content_json(self, content):
        """Return this revision as a version has it, with the names that its sectors had when it was adopted."""
        revision = super().with_content_json(content)
        adopted = {item.sector_id: item for item in self.items.all() if item.name}
        for item in revision.items.all():
            if known := adopted.get(item.sector_id):
                item.name, item.name_zh = known.name, known.name_zh
        return revision

    def clean(self):
        super().clean()
        if self.original is not self:
            return
        if self.first_published_at and self._as_adopted() != type(self).objects.get(pk=self.pk)._as_adopted():
            raise ValidationError(STAYS_AS_ADOPTED)

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
        return Facets({"phase": phases_of(adopted)}, [span_of(adopted, adopted)], sample)

    def shown_text(self):
        revision = self.original
        items = [(item.shown_name, bilingual(item, "rationale")) for item in revision.ordered_items()]
        corrections = [bilingual(correction, "text") for correction in revision.corrections.all()]
        return [*super().shown_text(), *(colon().join(filter(None, item)) for item in items), *corrections]

    @staticmethod
    def listed():
        """Return the published revisions, newest first, with their items and the page to show to the reader.

        Those after the day asked about are left out, if a day was asked about. See `memo`.
        """
        return so_far(_listed(get_language()), "adopted_earliest")

    @classmethod
    def in_force(cls):
        """Return the newest published revision that is adopted by the portal's day, or None; see `listed`."""
        return next((revision for revision in cls.listed() if revision.is_adopted), None)

    @property
    def is_adopted(self):
        """Whether it may be adopted on the portal's day already."""
        return self.adopted_earliest is not None and self.adopted_earliest <= today()

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

    @property
    def short_title(self):
        """What it is called where its title would be too long: by its number."""
        return gettext("Revision %(number)s") % {"number": self.number}

    def share_card(self):
        adopted = self.original.adopted
        facts = gettext("Adopted: %(date)s") % {"date": adopted.spelled_out()} if adopted else ""
        return Card(self.title, _("Sectoral priorities"), facts)


@once_per_generation
def _listed(language):
    revisions = PriorityRevisionPage.objects.for_listing().newest_first()
    return tuple(shown_to_reader(revisions.prefetch_related("items__sector", "corrections"), language))
