"""The names that organisations have had."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sesec_portal.core.sources import Sourced
from sesec_portal.edtf.periods import NoOverlap, Period


class PartnerName(Period, Sourced, Orderable):
    """A full name of an organisation, and when it held."""

    partner = ParentalKey("partners.PartnerPage", on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("full name"), max_length=255, help_text=_("In full, in English."))
    name_zh = models.CharField(
        _("full name in Chinese"), max_length=255, blank=True, help_text=_("Shown to readers of Chinese.")
    )

    acronym = models.CharField(
        _("acronym then"),
        max_length=40,
        blank=True,
        help_text=_("Only where it was another one while this name held."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("name_zh"),
        FieldPanel("acronym"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        *Sourced.source_panels,
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("full name")
        constraints = [
            *Period.Meta.constraints,
            NoOverlap(name="partner_name_no_overlap", within=["partner"]),
        ]

    def __str__(self):
        return self.name
