"""What an event is made of beside its page: speakers, and what is left of it afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable

from partners.models import Person
from sesec_portal.languages.records import bilingual


class Speaker(Orderable):
    """Somebody who speaks at an event: a person of the register, named only with consent."""

    page = ParentalKey("newsroom.EventPage", on_delete=models.CASCADE, related_name="speakers")
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Kept under “People”. The name is shown only with the person’s consent."),
    )
    on = models.CharField(_("on what"), max_length=160, blank=True, help_text=_("In English: the title of the talk."))
    on_zh = models.CharField(
        _("on what, in Chinese"), max_length=160, blank=True, help_text=_("Shown to readers of Chinese.")
    )

    panels = [FieldPanel("person"), FieldRowPanel([FieldPanel("on"), FieldPanel("on_zh")])]

    class Meta(Orderable.Meta):
        verbose_name = _("speaker")

    def __str__(self):
        return str(self.person)

    @property
    def subject(self):
        return bilingual(self, "on")


class EventFile(Orderable):
    """Slides, a recording or a report of an event."""

    class Kind(models.TextChoices):
        SLIDES = "slides", _("slides")
        RECORDING = "recording", _("recording")
        REPORT = "report", _("report")

    page = ParentalKey("newsroom.EventPage", on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind, help_text=_("What kind of material readers can open.")
    )
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("A file of this portal; else type the address."),
    )
    address = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("The web address of material kept elsewhere, starting with https://."),
    )

    panels = [FieldPanel("kind"), FieldPanel("document"), FieldPanel("address")]

    class Meta(Orderable.Meta):
        verbose_name = _("file")
        constraints = [
            models.CheckConstraint(
                name="event_file_can_be_read",
                condition=models.Q(document__isnull=False) | ~models.Q(address=""),
                violation_error_message=_("Choose a document, or type the address of one."),
            )
        ]

    def __str__(self):
        return self.get_kind_display()

    @property
    def url(self):
        """Where readers find it."""
        return self.document.url if self.document else self.address
