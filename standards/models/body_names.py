"""The names that bodies have had."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sesec_portal.core.sources import Sourced
from sesec_portal.edtf.periods import NoOverlap, Period


class BodyName(Period, Sourced, Orderable):
    """A name of a body in full, and when it held."""

    body = ParentalKey("standards.BodyPage", on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("full name"), max_length=255, help_text=_("In full, in English."))
    name_zh = models.CharField(
        _("full name in Chinese"),
        max_length=255,
        blank=True,
        help_text=_("In full. Shown to all readers: of a Chinese body it is the official one."),
    )
    abbreviation = models.CharField(
        _("abbreviation then"),
        max_length=40,
        blank=True,
        help_text=_("Only where it was another one while this name held."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("name_zh"),
        FieldPanel("abbreviation"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        *Sourced.source_panels,
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("full name")
        constraints = [
            *Period.Meta.constraints,
            NoOverlap(name="body_name_no_overlap", within=["body"]),
        ]

    def __str__(self):
        return self.name
