"""What lasts from one date to another and was planned to end on a third."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

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

    @property
    def expected_end(self):
        """The end on record, as far as it could be known, else the planned one."""
        return self.ends_so_far or self.planned_end
