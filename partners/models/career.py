"""What somebody learnt and did before: part of the person's entry, so that consent and erasure hold for it too."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sesec_portal.core.sources import Sourced
from sesec_portal.edtf.periods import Period


class CareerStep(Period, Sourced, Orderable):
    """A time at a university, a company or an office, as a source tells it."""

    person = ParentalKey("partners.Person", on_delete=models.CASCADE, related_name="career")
    place = models.CharField(
        _("where"), max_length=160, help_text=_("The university, the company or the office: University of Queensland.")
    )
    place_zh = models.CharField(
        _("where, in Chinese"), max_length=160, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    position = models.CharField(
        _("as what"), max_length=160, blank=True, help_text=_("The degree or the post, where a source names it: PhD.")
    )
    position_zh = models.CharField(
        _("as what, in Chinese"), max_length=160, blank=True, help_text=_("Shown to readers of Chinese.")
    )

    panels = [
        FieldRowPanel([FieldPanel("place"), FieldPanel("place_zh")]),
        FieldRowPanel([FieldPanel("position"), FieldPanel("position_zh")]),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        Sourced.folded_source,
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("step of a career")
        constraints = Period.Meta.constraints

    def __str__(self):
        return self.place

    @property
    def row_heading(self):
        """Where it was and when, for the heading of its row in the form."""
        return f"{self.place}, {self.dates_in_words}"
