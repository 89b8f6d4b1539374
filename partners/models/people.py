"""People whom the registers name."""

import re

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PublishingPanel
from wagtail.images import get_image_model_string
from wagtail.models import PreviewableMixin
from wagtail.search import index

from sesec_portal.core.records import Record, RecordQuerySet
from sesec_portal.edtf.constraints import ConstraintsBesideFields
from sesec_portal.languages.han import HAN
from sesec_portal.languages.records import bilingual
from sesec_portal.media import renditions

_WORDS = (
    *("name", "name_zh", "affiliation", "affiliation_zh", "biography", "biography_zh"),
    *("consent", "consent_source"),
)


def prefetch_portraits(people):
    """Fetch the photos' renditions that pages show of these people (Persons or None), by one query."""
    photos = [person.published_photo for person in people if person and person.published_photo]
    renditions.prefetch(photos, renditions.PORTRAIT)


class PersonQuerySet(RecordQuerySet):
    """The questions that are asked of people."""

    def choosable(self):
        """Return the people who can be given an office: all whose data has not been erased."""
        return self.filter(erased_on=None)

    def namable(self):
        """Return the people whom the portal may name."""
        return self.live().exclude(consent=Person.Consent.NONE)


class Person(ConstraintsBesideFields, PreviewableMixin, Record, index.Indexed, ClusterableModel):
    """Somebody who holds, or held, an office in the project; named in public only with a reason to."""

    class Consent(models.TextChoices):
        NONE = "", _("None recorded: the name is not published")
        GIVEN = "given", _("Given by the person")
        PUBLIC = "public", _("Made public by the person, in the source named below")

    name = models.CharField(
        pgettext_lazy("of a person", "name"), max_length=120, help_text=_("As the person writes it in Latin letters.")
    )
    name_zh = models.CharField(
        _("name in Chinese"), max_length=60, blank=True, help_text=_("Only as the person writes it.")
    )
    affiliation = models.CharField(
        _("affiliation"), max_length=160, blank=True, help_text=_("The organisation the person works for.")
    )
    affiliation_zh = models.CharField(
        _("affiliation in Chinese"), max_length=160, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    biography = models.TextField(
        _("short biography"), max_length=1000, blank=True, help_text=_("Two or three sentences, each with a source.")
    )
    biography_zh = models.TextField(
        _("short biography in Chinese"), max_length=1000, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    photo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The picture's own alternative text is printed with it."),
    )
    consent = models.CharField(
        _("consent to be named"),
        max_length=10,
        choices=Consent,
        default=Consent.NONE,
        blank=True,
        help_text=_("Without it nothing about this person is published: pages say “not published”."),
    )
    consent_source = models.CharField(
        _("where the consent is recorded"),
        max_length=255,
        blank=True,
        help_text=_("A letter and its date, or the public source."),
    )
    sample = models.BooleanField(
        _("sample"),
        default=False,
        help_text=_("Tick it for a made-up entry that only shows how the register works. Pages that show it say so."),
    )
    # Since when nothing is left of the entry but that there was somebody; see `partners.erasure`.
    erased_on = models.DateField(_("erased on"), null=True, editable=False)

    objects = models.Manager.from_queryset(PersonQuerySet)()

    # What erasing empties, beside the photo.
    WORDS = _WORDS

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("name_zh"),
        index.AutocompleteField("name_zh"),
        index.SearchField("affiliation"),
        # For the chooser.
        index.FilterField("erased_on"),
    ]

    panels = [
        FieldRowPanel([FieldPanel("name", required_on_save=True), FieldPanel("name_zh")]),
        MultiFieldPanel([FieldPanel("consent"), FieldPanel("consent_source")], heading=_("Consent")),
        FieldRowPanel([FieldPanel("affiliation"), FieldPanel("affiliation_zh")]),
        FieldPanel("photo"),
        FieldPanel("biography"),
        FieldPanel("biography_zh"),
        InlinePanel(
            "career",
            heading=_("Studies and career"),
            label=_("step"),
            help_text=_(
                "One row for each step, with its source. The expert’s page shows them while the name is public."
            ),
        ),
        FieldPanel("sample"),
        PublishingPanel(),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="person_consent_has_a_source",
                condition=models.Q(consent="") | ~models.Q(consent_source=""),
                violation_error_message=_("Say where the consent is recorded."),
                violation_error_code="consent_source",
            ),
            models.CheckConstraint(
                name="person_erased_stays_empty",
                condition=models.Q(erased_on=None) | models.Q(live=False, photo=None, **dict.fromkeys(_WORDS, "")),
                violation_error_message=_("The data of this person was erased."),
            ),
        ]

    def __str__(self):
        return gettext("Erased person %(number)s") % {"number": self.pk} if self.erased_on else self.name

    def save_revision(self, *args, **kwargs):
        """Keep a version; consent that is withdrawn in it is withdrawn at once, whoever publishes the rest later."""
        revision = super().save_revision(*args, **kwargs)
        if not self.consent:
            self._withdraw_consent(revision)
        return revision

    def _withdraw_consent(self, revision):
        for published in type(self).objects.filter(pk=self.pk).exclude(consent=self.Consent.NONE):
            published.consent = self.Consent.NONE
            published.save(update_fields=["consent"])
        for scheduled in self.revisions.filter(approved_go_live_at__isnull=False).exclude(pk=revision.pk):
            if scheduled.content["consent"]:
                scheduled.approved_go_live_at = None
                scheduled.save(update_fields=["approved_go_live_at"])

    def get_preview_template(self, request, mode_name):
        return "partners/person_preview.html"

    def get_preview_context(self, request, mode_name):
        """Return the person as pages will know them once this is published."""
        self.live = True
        return {**super().get_preview_context(request, mode_name), "person": self}

    @property
    def may_be_named(self):
        """Whether the portal may publish the name, the photo and the biography."""
        return self.live and bool(self.consent)

    @property
    def published_name(self):
        """The name in the reader's language, or None without consent."""
        return bilingual(self, "name") if self.may_be_named else None

    @property
    def published_photo(self):
        """The photo, or None without one or without consent."""
        return self.photo if self.may_be_named else None

    @property
    def published_biography(self):
        """The biography in the reader's language, or an empty text without consent."""
        return bilingual(self, "biography") if self.may_be_named else ""

    @property
    def published_career(self):
        """The steps of the career, in the order of the form; none without consent."""
        return list(self.career.all()) if self.may_be_named else []

    @property
    def initials(self):
        """The first letters of the first and the last part of the published name; of a Chinese name its first sign."""
        parts = (self.published_name or "").split()
        if parts and re.match(f"[{HAN}]", parts[0]):
            return parts[0][0]
        return "".join(part[0] for part in [*parts[:1], *parts[1:][-1:]]).upper()
