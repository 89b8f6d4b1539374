"""What a call for comments is made of beside its page: numbers, documents and topics."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sesec_portal.languages.records import bilingual
from sesec_portal.media.material import Material
from standards.numbers.number import MalformedNumber
from standards.numbers.recognition import recognise

from .topics import Topic


class CallTopic(Topic):
    """A topic of a call."""

    page = ParentalKey("standards.CallPage", on_delete=models.CASCADE, related_name="topics")


class CallNumber(Orderable):
    """A number by which the draft, its plan or its notification is known, or that of a related standard."""

    class Role(models.TextChoices):
        OWN = "own", _("of what is called for comments on")
        RELATED = "related", _("of a related European or international standard")

    page = ParentalKey("standards.CallPage", on_delete=models.CASCADE, related_name="numbers")
    role = models.CharField(
        _("whose"), max_length=10, choices=Role, default=Role.OWN, help_text=_("What the number belongs to.")
    )
    number = models.CharField(
        _("number"),
        max_length=80,
        help_text=_("As printed: GB/T 1234-2024, 20260041-Q-339, G/TBT/N/CHN/1234, EN 301 549."),
    )
    title = models.CharField(
        _("title"), max_length=255, blank=True, help_text=_("The title of the related standard, in English.")
    )

    panels = [FieldRowPanel([FieldPanel("number"), FieldPanel("role")]), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("number")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "number"],
                name="call_number_named_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("This number is in the list already."),
            )
        ]

    def __str__(self):
        return self.number

    def clean(self):
        """Keep the number in the one form of its family. Raises ValidationError for one that is malformed."""
        super().clean()
        try:
            found = recognise(self.number)
        except MalformedNumber as malformed:
            sentences = [str(malformed)]
            if malformed.suggestion:
                sentences.append(_("Perhaps you mean %(number)s.") % {"number": malformed.suggestion})
            raise ValidationError({"number": sentences}) from malformed
        self.number = f"{found.canonical} (all parts)" if found.all_parts else found.canonical

    def doubts(self):
        """Return sentences on what is possible of this number, but seldom right, for who has just typed it."""
        sentences = [f"{self.number}: {warning}" for warning in recognise(self.number).warnings]
        others = CallNumber.objects.filter(number=self.number, role=self.Role.OWN)
        others = others.filter(page__locale__language_code=settings.LANGUAGE_CODE)
        others = others.exclude(page__translation_key=self.page.translation_key)
        titles = others.exclude(page__title=self.page.title).values_list("page__title", flat=True).distinct()
        two = gettext("%(number)s is the number of “%(title)s” too: two titles for one number.")
        return [*sentences, *(two % {"number": self.number, "title": title} for title in titles)]


class CallDocument(Material, Orderable):
    """A document of a call: the draft, an explanation, a form for comments."""

    class Language(models.TextChoices):
        CHINESE = "zh-hans", _("Chinese")
        ENGLISH = "en", _("English")

    page = ParentalKey("standards.CallPage", on_delete=models.CASCADE, related_name="documents")
    title = models.CharField(_("title"), max_length=255, help_text=_("In English: “Draft”, “Form for comments”."))
    title_zh = models.CharField(
        _("title in Chinese"), max_length=255, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=Language,
        default=Language.CHINESE,
        help_text=_("The language of the document."),
    )
    unofficial = models.BooleanField(
        _("unofficial translation"),
        default=False,
        help_text=_("Tick it for a translation that the issuing body did not make; readers are told."),
    )

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("title_zh")]),
        FieldPanel("document"),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("unofficial")]),
    ]

    class Meta(Material.Meta, Orderable.Meta):
        verbose_name = _("document")

    def __str__(self):
        return self.title

    @property
    def shown_title(self):
        return bilingual(self, "title")
