"""What a source says of one time: that on a day, or all along from one date to another, something was so."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from phases.dates import attested_from_to
from sesec_portal.core.sources import Sourced
from sesec_portal.edtf import clock
from sesec_portal.edtf.constraints import ConstraintsBesideFields
from sesec_portal.edtf.dates import PartialDate
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP


class Attestation(ConstraintsBesideFields, Sourced):
    """A date that a source gives, and until when its word holds, where it covers a longer time."""

    date_earliest, date_latest = bound(), bound()
    date = EdtfField(_("date"), earliest_field="date_earliest", latest_field="date_latest", help_text=EDTF_HELP)
    until_earliest, until_latest = bound(), bound()
    until = EdtfField(
        _("until"),
        earliest_field="until_earliest",
        latest_field="until_latest",
        blank=True,
        help_text=_("Only for activity over a longer time: 2024-10 if the source covers September and October 2024."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_until_after_date",
                condition=Q(until_latest__isnull=True) | Q(until_latest__gte=F("date_earliest")),
                violation_error_message=_("This lies before the date."),
                violation_error_code="until",
            )
        ]

    @property
    def span(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day that it can mean."""
        return self.date.earliest, (self.until or self.date).latest

    @property
    def has_come(self) -> bool:
        """Whether it speaks of a time that had begun on the day that the page speaks of."""
        return self.date.earliest <= clock.today()

    @property
    def last(self) -> PartialDate:
        """The last date that it gives, as far as that had come on the day that the page speaks of."""
        return self.until if self.until and self.until.earliest <= clock.today() else self.date

    @property
    def time_in_words(self) -> str:
        """The time that it speaks of, in plain words."""
        return attested_from_to([self], PartialDate.spelled_out)

    @property
    def time_marked_up(self) -> SafeString:
        """The same in HTML, each date in its `<time>`."""
        return SafeString(attested_from_to([self], PartialDate.marked_up))
