"""What sources say of the dates of a phase."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sesec_portal.core.sources import Sourced
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP
from sesec_portal.languages.records import bilingual


class Statement(Sourced, Orderable):
    """One source's word on one dated fact of a phase."""

    class Fact(models.TextChoices):
        STARTS = "starts", _("start")
        PLANNED_END = "planned_end", _("planned end")
        ENDS = "ends", _("end")
        ACTIVE = "active", _("known to be active")

    DATES = (Fact.STARTS, Fact.PLANNED_END, Fact.ENDS)

    phase = ParentalKey("phases.PhasePage", on_delete=models.CASCADE, related_name="statements")
    fact = models.CharField(
        _("about the"),
        max_length=20,
        choices=Fact,
        default=Fact.STARTS,
        help_text=_("Which date this source speaks of."),
    )
    date_earliest, date_latest = bound(), bound()
    date = EdtfField(_("date"), earliest_field="date_earliest", latest_field="date_latest", help_text=EDTF_HELP)
    remark = models.CharField(
        _("remark"), max_length=255, blank=True, help_text=_("What exactly it says, where the date alone misleads.")
    )
    remark_zh = models.CharField(
        _("remark in Chinese"), max_length=255, blank=True, help_text=_("Shown to readers of Chinese.")
    )

    panels = [
        FieldRowPanel([FieldPanel("fact"), FieldPanel("date")]),
        *Sourced.source_panels,
        FieldRowPanel([FieldPanel("remark"), FieldPanel("remark_zh")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("source of a date")

    def __str__(self):
        return f"{self.get_fact_display()}: {self.date} ({self.cited})"

    @property
    def shown_remark(self):
        return bilingual(self, "remark")
