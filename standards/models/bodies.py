"""Who is who in standardization: one body."""

from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from sesec_portal.core.blocks import body_field
from sesec_portal.core.facets import Facets, PageFacet, span_of
from sesec_portal.core.forms import PageForm
from sesec_portal.core.pages import BasePage
from sesec_portal.core.rich_text import LISTS
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import Sourced, any_sample
from sesec_portal.edtf.clock import today
from sesec_portal.edtf.forms import NoOverlapForm
from sesec_portal.edtf.periods import Period, holding_on
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.memo import once_per_generation
from standards import structured_data

# Of the calls that are open, all that anybody reads in one go; of the others the last.
MOST, LATEST = 100, 5


class BodyForm(NoOverlapForm, PageForm):
    """Refuses names that overlap."""

    no_overlap = {"names": []}


class BodyPage(Period, Sourced, BasePage):
    """One body: what it is and has been called, what it belongs to, what it decides, and what followed it."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", _("government body")
        STANDARDS = "standards", _("standards body")
        ASSOCIATION = "association", _("association")
        INSTITUTE = "institute", _("institute")
        COMMITTEE = "committee", _("technical committee")
        PROJECT = "project", _("sister project")
        OTHER = "other", _("other body")

    class Region(models.TextChoices):
        CHINA = "china", _("China")
        EUROPE = "europe", _("Europe")
        INDIA = "india", _("India")
        WORLD = "world", _("the world")

    abbreviation = models.CharField(
        _("abbreviation"),
        max_length=40,
        blank=True,
        help_text=_("The abbreviation in common use: SAMR. Leave it empty if there is none."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, help_text=_("What sort of body it is."))
    region = models.CharField(
        _("region"), max_length=8, choices=Region, default=Region.CHINA, help_text=_("Where its decisions apply.")
    )
    part_of = OriginalPageKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The body above it today, or at its end."),
    )
    successor = OriginalPageKey(
        "self",
        verbose_name=_("successor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The body that took over its tasks. That body’s page names this one as its predecessor."),
    )
    website = models.URLField(_("website"), blank=True, help_text=_("The web address, starting with https://."))
    decides = RichTextField(
        _("what it decides"), features=LISTS, blank=True, help_text=_("Its tasks, and what it decides.")
    )
    body = body_field()

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("abbreviation", boost=2),
        index.SearchField("names_ever", boost=2),
        index.SearchField("decides"),
        index.SearchField("body"),
    ]

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("abbreviation"), FieldPanel("kind"), FieldPanel("region")]),
        InlinePanel(
            "names",
            heading=_("Full names over time"),
            label=_("name"),
            min_num=1,
            help_text=_("One row for each name. The title of the page is the name that readers look for today."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts", heading=_("Founded")), FieldPanel("ends", heading=_("Ended"))]),
                PageChooserPanel("part_of"),
                PageChooserPanel("successor"),
            ],
            heading=_("Since when, below whom, until when"),
        ),
        FieldPanel("website"),
        FieldPanel("decides"),
        FieldPanel("body"),
        MultiFieldPanel(Sourced.source_panels, heading=_("Source")),
    ]
    base_form_class = BodyForm

    parent_page_types = ["standards.BodyIndexPage"]
    query_budget = (8, 10)

    translatable_fields = [
        *BasePage.translatable_fields,
        *(TranslatableField(field) for field in ("decides", "body")),
    ]

    search_type, search_order = "body", 35
    facet = PageFacet("body", _("Body"))

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                name="body_website_is_an_address",
                condition=Q(website="") | Q(website__regex=r"^https?://"),
                violation_error_message=_("Type the address with https:// at its beginning."),
                violation_error_code="website",
            ),
            models.CheckConstraint(
                name="body_is_not_part_of_itself",
                condition=Q(part_of=None) | ~Q(part_of=F("page_ptr")),
                violation_error_message=_("A body is not part of itself."),
                violation_error_code="part_of",
            ),
            models.CheckConstraint(
                name="body_does_not_succeed_itself",
                condition=Q(successor=None) | ~Q(successor=F("page_ptr")),
                violation_error_message=_("A body is not its own successor."),
                violation_error_code="successor",
            ),
        ]

    @staticmethod
    def listed():
        """Return the published bodies with their names and relations, each with the page to show; see `memo`."""
        return _listed(get_language())

    @staticmethod
    def by_key():
        """Return the same bodies as a dict by primary key."""
        return {body.pk: body for body in BodyPage.listed()}

    def get_context(self, request, *args, **kwargs):
        body = self.original
        body.prefetch("names")
        _relate(body, BodyPage.by_key())
        open_calls, past_calls = _calls_of(body) if body.pk else ([], [])
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample([body], body.names.all(), open_calls, past_calls),
            "subject": body,
            "open_calls": open_calls,
            "past_calls": past_calls,
        }

    def structured_data(self, context):
        body = context["subject"]
        return [] if body.sample else [structured_data.body(body, self)]

    def share_card(self):
        return Card(self.title, capfirst(self.original.get_kind_display()), self.original.abbreviation)

    def facets(self):
        """The body itself, and the years from its beginning to its end, as far as they are on record."""
        body = self.original
        span = span_of(body.starts, body.ends) if body.starts and body.ends else None
        return Facets({"body": {body.pk}}, [span] if span else None, body.sample)

    def other_titles(self):
        return [*self.original.names_ever, self.original.abbreviation]

    @property
    def name_now(self):
        """The BodyName that holds today, or that held when the body ended; None without any."""
        names = self.names.all()
        return holding_on(today(), names) or max(names, key=lambda name: name.sort_order or 0, default=None)

    @property
    def names_ever(self):
        """All names and abbreviations the body has had, in both languages, for the search index."""
        rows = self.original.names.all()
        return [words for row in rows for words in (row.name, row.name_zh, row.abbreviation) if words]


@once_per_generation
def _listed(language):
    bodies = shown_to_reader(BodyPage.objects.for_listing().prefetch_related("names"), language)
    by_key = {body.pk: body for body in bodies}
    for body in bodies:
        _relate(body, by_key)
    return tuple(bodies)


def _calls_of(body):
    calls = body.calls.by_day()
    now, over = list(calls.open()[:MOST]), list(calls.over()[:LATEST])
    shown_to_reader([*now, *over])
    return now, over


def _relate(body, by_key):
    """Give a body the published bodies that it belongs to, that followed it, that it followed, and that are part of it.

    Argument: the body, and all published ones by primary key.
    """
    body.whole, body.follower = by_key.get(body.part_of_id), by_key.get(body.successor_id)
    others = [other for other in by_key.values() if body.pk]
    body.predecessors = [other for other in others if other.successor_id == body.pk]
    body.parts = [other for other in others if other.part_of_id == body.pk]
