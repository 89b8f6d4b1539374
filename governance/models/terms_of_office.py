"""Who has held the seats of the Steering Committee, and when."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sesec_portal.core.sources import Sourced, any_sample
from sesec_portal.edtf.periods import NoOverlap, Period, PeriodQuerySet


class TermOfOffice(Period, Sourced, Orderable):
    """The time for which a seat was held, or stood in for by an alternate."""

    seat = ParentalKey("governance.Seat", on_delete=models.CASCADE, related_name="terms")
    holder = models.ForeignKey(
        "partners.Person",
        verbose_name=_("holder"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="terms_of_office",
        help_text=_("The name appears in public only with the person's consent."),
    )
    alternate = models.BooleanField(
        _("as an alternate"), default=False, help_text=_("Tick it for somebody who stands in for the holder.")
    )

    # When this start and this end were recorded; empty for what was recorded before the portal kept it.
    start_recorded_at = models.DateTimeField(null=True, editable=False)
    end_recorded_at = models.DateTimeField(null=True, editable=False)

    objects = models.Manager.from_queryset(PeriodQuerySet)()

    panels = [
        FieldRowPanel([FieldPanel("holder"), FieldPanel("alternate")]),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        Sourced.folded_source,
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        constraints = [
            *Period.Meta.constraints,
            NoOverlap(name="term_of_office_no_overlap", within=["seat", "alternate"]),
        ]

    def save(self, *args, **kwargs):
        before = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        self.start_recorded_at = self._recorded(before, "start_recorded_at", "starts", "holder_id", "alternate")
        self.end_recorded_at = self._recorded(before, "end_recorded_at", "ends") if self.ends else None
        super().save(*args, **kwargs)

    def _recorded(self, before, moment, *facts):
        """Return the moment kept so far while these facts are what they were, else now."""
        same = before and all(getattr(self, fact) == getattr(before, fact) for fact in facts)
        return getattr(before, moment) if same else timezone.now()

    def __str__(self):
        return f"{self.seat}: {self.holder or '–'}"

    @property
    def row_heading(self):
        """Who it is and for which time, for the heading of its row in the form."""
        heading = ", ".join([str(self.holder or gettext("vacant")), self.dates_in_words])
        return heading if self.is_over else gettext("%(term)s: in force") % {"term": heading}

    @property
    def public_holder(self):
        """The holder as readers may know them: a name, “vacant” or “not published”."""
        if not self.holder:
            return gettext("vacant")
        return self.holder.published_name or gettext("not published")

    @property
    def may_be_told(self):
        """Whether readers may know where it is recorded: a source could name a holder who may not be named."""
        return not self.holder or self.holder.may_be_named

    @property
    def shows_sample(self):
        """Whether the term, or its holder, is made up."""
        return any_sample([self, self.holder])
