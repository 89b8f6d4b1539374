"""What sources say of the dates of a phase."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sesec_portal.core.sources import Sourced
from sesec_portal.languages.records import bilingual

from .attestation import Attestation


class Statement(Attestation, Orderable):
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
    remark = models.CharField(
        _("remark"), max_length=255, blank=True, help_text=_("What exactly it says, where the date alone misleads.")
    )
    remark_zh = models.CharField(
        _("remark in Chinese"), max_length=255, blank=True, help_text=_("Shown to readers of Chinese.")
    )

    panels = [
        FieldRowPanel([FieldPanel("fact"), FieldPanel("date"), FieldPanel("until")]),
        *Sourced.source_panels,
        FieldRowPanel([FieldPanel("remark"), FieldPanel("remark_zh")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("source of a date")
        constraints = [
            *Attestation.Meta.constraints,
            models.CheckConstraint(
                name="statement_until_only_of_activity",
                condition=Q(fact="active") | Q(until=""),
                violation_error_message=_(
                    "Only activity lasts until a date: choose “known to be active”, or empty this."
                ),
                violation_error_code="until",
            ),
        ]

    def __str__(self):
        return f"{self.get_fact_display()}: {self.time_in_words} ({self.cited})"

    @property
    def shown_remark(self):
        return bilingual(self, "remark")
