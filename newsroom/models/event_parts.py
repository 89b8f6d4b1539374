"""What an event is made of beside its page: speakers, and what is left of it afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from partners.models import Person
from sesec_portal.languages.records import bilingual
from sesec_portal.media.material import Material


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


class EventFile(Material, Orderable):
    """Slides, a recording or a report of an event."""

    class Kind(models.TextChoices):
        SLIDES = "slides", _("slides")
        RECORDING = "recording", _("recording")
        REPORT = "report", _("report")

    page = ParentalKey("newsroom.EventPage", on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind, help_text=_("What kind of material readers can open.")
    )

    panels = [FieldPanel("kind"), FieldPanel("document"), FieldPanel("address")]

    class Meta(Material.Meta, Orderable.Meta):
        verbose_name = _("file")

    def __str__(self):
        return self.get_kind_display()
