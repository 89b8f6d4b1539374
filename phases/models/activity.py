"""Dated activity of the project for which no source names a phase."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sesec_portal.core.sources import Sourced
from sesec_portal.languages.records import bilingual
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

from .attestation import Attestation


class Activity(Attestation, Orderable):
    """One time of which a source says that the project was active, without naming its phase."""

    page = ParentalKey("phases.PhaseIndexPage", on_delete=models.CASCADE, related_name="activities")
    what = models.CharField(
        _("what"),
        max_length=160,
        help_text=_("In a few words: Roundtable in Beijing. The list of phases prints it where no phase is recorded."),
    )
    what_zh = models.CharField(
        _("what, in Chinese"), max_length=160, blank=True, help_text=_("Shown to readers of Chinese.")
    )

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("until")]),
        FieldRowPanel([FieldPanel("what"), FieldPanel("what_zh")]),
        Sourced.folded_source,
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("activity outside of recorded phases")
        constraints = Attestation.Meta.constraints

    def __str__(self):
        return self.row_heading

    @staticmethod
    def listed():
        """Return the published activities that had begun on the day that the page speaks of, by date; see `memo`."""
        return [activity for activity in _listed() if activity.has_come]

    @property
    def shown_what(self):
        """What it was, in the reader's language."""
        return bilingual(self, "what")

    @property
    def row_heading(self):
        """When and what, for the heading of its row in the form."""
        return f"{self.time_in_words}: {self.what}"


@once_per_generation
def _listed():
    index = Activity._meta.get_field("page").related_model
    kept = Activity.objects.filter(page__in=public(index.objects).originals())
    return tuple(kept.order_by("date_earliest", "sort_order"))
