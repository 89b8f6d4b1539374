"""What a revision of the priorities is made of: sectors in their places, and corrections appended later."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sesec_portal.languages.records import bilingual

from .sectors import Sector


class PriorityItem(Orderable):
    """A sector in its place, with the reason for it."""

    revision = ParentalKey("governance.PriorityRevisionPage", on_delete=models.CASCADE, related_name="items")
    sector = models.ForeignKey(
        Sector,
        verbose_name=_("sector"),
        on_delete=models.PROTECT,
        related_name="places",
        help_text=_("Add sectors under “Sectors”. A sector keeps its code when its name changes."),
    )
    rationale = models.TextField(
        _("rationale"), blank=True, help_text=_("Why it is a priority, and why in this place.")
    )
    rationale_zh = models.TextField(_("rationale in Chinese"), blank=True, help_text=_("Shown to readers of Chinese."))
    # What the sector was called when the revision was published; empty until then.
    name = models.CharField(max_length=120, blank=True, editable=False)
    name_zh = models.CharField(max_length=60, blank=True, editable=False)

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

    def save(self, *args, **kwargs):
        if self.revision.live and not self.name:
            self.name, self.name_zh = self.sector.name, self.sector.name_zh
        super().save(*args, **kwargs)

    @property
    def shown_name(self):
        """What the sector was called when the revision was adopted, in the reader's language."""
        return bilingual(self if self.name else self.sector, "name")


class Correction(Orderable):
    """A notice appended to a published revision."""

    revision = ParentalKey("governance.PriorityRevisionPage", on_delete=models.CASCADE, related_name="corrections")
    day = models.DateField(_("date"), help_text=_("The day on which it was corrected."))
    text = models.TextField(_("what was wrong, and what is right"), help_text=_("In one or two sentences."))
    text_zh = models.TextField(_("the same in Chinese"), blank=True, help_text=_("Shown to readers of Chinese."))

    panels = [FieldPanel("day"), FieldPanel("text"), FieldPanel("text_zh")]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")

    def __str__(self):
        return self.text
