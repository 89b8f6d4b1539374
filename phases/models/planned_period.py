"""What lasts from one date to another and was planned to end on a third, and where it stands today."""

from collections.abc import Sequence

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phases.dates import dates_of_phase
from phases.progress import progress_on
from phases.status import Status, status_on
from sesec_portal.edtf import clock
from sesec_portal.edtf.fields import EdtfField, bound
from sesec_portal.edtf.periods import EDTF_HELP, Period


class PlannedPeriod(Period):
    """A period with a planned end beside the real one."""

    planned_end_earliest, planned_end_latest = bound(), bound()
    planned_end = EdtfField(
        _("planned end"),
        earliest_field="planned_end_earliest",
        latest_field="planned_end_latest",
        blank=True,
        help_text=EDTF_HELP,
    )

    class Meta:
        abstract = True
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                name="phase_planned_end_after_start",
                condition=Q(planned_end_latest__isnull=True)
                | Q(starts_earliest__isnull=True)
                | Q(planned_end_latest__gte=F("starts_earliest")),
                violation_error_message=_("The planned end lies before the start."),
                violation_error_code="planned_end",
            ),
        ]

    # The Attestations that name it as active, in the order of time, as far as those times had come.
    attestations: Sequence = ()

    def dates_written(self, write):
        """Return its dates, the planned end among them, as a sentence; `write` words a PartialDate."""
        return dates_of_phase(self.starts, self.planned_end, self.ends_so_far, write, self.attestations)

    @property
    def status(self):
        spans = [attestation.span for attestation in self.attestations]
        return status_on(clock.today(), self.starts, self.planned_end, self.ends, spans)

    @property
    def status_in_words(self):
        """The status, and the date to which sources attest the phase where its dates do not say that it was over."""
        last = max((one.last for one in self.attestations), key=lambda date: date.latest, default=None)
        if not last or self.status not in {Status.UNDATED, Status.OVERDUE}:
            return self.status.label
        if self.status is Status.UNDATED:
            return gettext("last attested %(date)s") % {"date": last.spelled_out()}
        return gettext("%(status)s, last attested %(date)s") % {
            "status": self.status.label,
            "date": last.spelled_out(),
        }

    @property
    def is_running(self):
        """Whether it lasts on the day that the page speaks of, by its dates or by the word of a source."""
        return self.status in {Status.RUNNING, Status.ATTESTED}

    @property
    def progress(self):
        """How far it has come, as a Progress; None where its dates do not tell."""
        return progress_on(clock.today(), self.starts, self.expected_end)

    @property
    def expected_end(self):
        """The end on record, as far as it could be known, else the planned one."""
        return self.ends_so_far or self.planned_end
