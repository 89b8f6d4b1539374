"""Newsletters, reports, studies and translations."""

from django.db import models
from django.db.models import F, Prefetch, Q
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, PageManager
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from newsroom import structured_data
from newsroom.mailing import self_contained
from phases.lasting import phases_of
from phases.models import PhasePage
from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.blocks import body_field
from sesec_portal.core.facets import Facets, span_of
from sesec_portal.core.pages import BasePage, KeptOnce
from sesec_portal.core.share_card import Card
from sesec_portal.core.sources import Sourced, any_sample
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP, Period
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.punctuation import listed
from sesec_portal.visibility.pages import public
from standards.models.topics import AboutTopics, topics_of, with_sectors

from .queries import PublicationQuerySet


class PublicationFile(Orderable):
    """A file of a publication, in a language."""

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        CHINESE = "zh-hans", _("Chinese")
        BOTH = "mul", _("English and Chinese")

    page = ParentalKey("newsroom.PublicationPage", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("document"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Its text is searched too, where the file has one."),
    )
    language = models.CharField(
        _("language"),
        max_length=8,
        choices=Language,
        default=Language.ENGLISH,
        help_text=_("The language of the document."),
    )
    pages = models.PositiveSmallIntegerField(
        _("number of pages"), null=True, blank=True, help_text=_("In figures; empty where it is not known.")
    )

    panels = [FieldPanel("document"), FieldRowPanel([FieldPanel("language"), FieldPanel("pages")])]

    class Meta(Orderable.Meta):
        verbose_name = _("file")

    def __str__(self):
        return str(self.document)

    @property
    def facts(self):
        """What a reader wants to know before fetching it: format, size, language, pages."""
        pages = self.pages and ngettext("%(pages)s page", "%(pages)s pages", self.pages) % {"pages": self.pages}
        size = filesizeformat(self.document.file_size)
        known = (self.document.file_extension.upper(), size, self.get_language_display(), pages)
        return listed(filter(None, known))


class PublicationPage(AboutTopics, KeptOnce, RoutablePageMixin, Period, Sourced, BasePage):
    """Something that was published, at an address that lasts: issue, report, study or translation."""

    class Kind(models.TextChoices):
        NEWSLETTER = "newsletter", _("newsletter")
        REPORT = "report", _("report")
        STUDY = "study", _("study")
        TRANSLATION = "translation", _("translation")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, help_text=_("What was published."))
    phase = OriginalPageKey(
        "phases.PhasePage",
        verbose_name=_("phase"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The phase whose name is printed on it, if there is one."),
    )
    issue_number = models.PositiveSmallIntegerField(
        _("issue number"), null=True, blank=True, help_text=_("In figures, as printed on it.")
    )
    issued_earliest, issued_latest = bound(), bound()
    issued = EdtfField(
        _("date of publication"),
        earliest_field="issued_earliest",
        latest_field="issued_latest",
        blank=True,
        help_text=EDTF_HELP,
    )
    supersedes = OriginalPageKey(
        "self",
        verbose_name=_("supersedes"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="superseded_by",
        help_text=_("The publication that this one replaces. Both pages say so."),
    )
    body = body_field()

    objects = PageManager.from_queryset(PublicationQuerySet)()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("issued")]),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")])], heading=_("Period of which it tells")
        ),
        MultiFieldPanel([PageChooserPanel("phase"), FieldPanel("issue_number")], heading=_("Number")),
        InlinePanel("files", heading=_("Files"), label=_("file")),
        InlinePanel("topics", heading=_("Topics"), label=_("topic")),
        PageChooserPanel("supersedes"),
        FieldPanel("body"),
        MultiFieldPanel(Sourced.source_panels, heading=_("Source")),
    ]

    parent_page_types = ["newsroom.PublicationIndexPage"]
    query_budget = (7, 8)

    exclude_fields_in_copy = ["issue_number"]

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    falls_due = False
    search_type, search_order = "publication", 18

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        indexes = [PublicationQuerySet.index("publication_by_day")]
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                name="publication_number_in_phase_once",
                fields=["phase", "kind", "issue_number"],
                condition=Q(issue_number__isnull=False),
                nulls_distinct=False,
                violation_error_message=_("Another publication of this kind has this number."),
                violation_error_code="issue_number",
            ),
            models.CheckConstraint(
                name="publication_supersedes_another",
                condition=Q(supersedes=None) | ~Q(supersedes=F("page_ptr")),
                violation_error_message=_("A publication cannot supersede itself."),
                violation_error_code="supersedes",
            ),
        ]

    @path("for-mailing/")
    def for_mailing(self, request):
        """Answer with the issue as one HTML file, for mailing by whatever an office uses."""
        told = {"page": self, "address": absolute(self.url)}
        text = self_contained(render_to_string("layout/body.html", {"body": self.body, "page": self}), self.url)
        response = render(request, "newsroom/issue_for_mailing.html", {**told, "text": text})
        response["Content-Disposition"] = f'attachment; filename="{self.slug}.html"'
        response["X-Robots-Tag"] = "noindex"
        return response

    def get_context(self, request, *args, **kwargs):
        publication = self.original
        files = Prefetch("files", PublicationFile.objects.select_related("document"))
        publication.prefetch(with_sectors(PublicationPage), files)
        chain = PublicationPage.objects.filter(Q(pk=publication.supersedes_id) | Q(supersedes=publication.pk))
        others = shown_to_reader(public(chain.originals()).select_related("locale"))
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample([publication]),
            "publication": publication,
            "topics": topics_of(publication),
            "former": [other for other in others if other.pk == publication.supersedes_id],
            "later": [other for other in others if other.supersedes_id == publication.pk],
            "phase": next((phase for phase in PhasePage.listed() if phase.pk == publication.phase_id), None),
        }

    def structured_data(self, context):
        publication = context["publication"]
        return [] if publication.sample else [structured_data.publication(publication, self, context)]

    def share_card(self):
        issued = self.original.issued
        return Card(self.title, self.original.get_kind_display(), issued.spelled_out() if issued else "")

    def facets(self):
        """The phase whose name it bears, or else those of its day, and the years that its dates can mean."""
        publication = self.original
        dated = publication.issued or publication.starts
        phases = {publication.phase_id} - {None} or phases_of(dated)
        spans = [span_of(publication.starts or dated, publication.ends or dated)]
        return Facets({"phase": phases, "topic": publication.topic_keys}, spans, publication.sample)
