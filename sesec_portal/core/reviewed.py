"""That somebody looks again, from time to time, whether what is published is still true."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Func
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext_lazy as _

# In months: what governs the project is looked at twice a year, everything else once.
GOVERNS, REST = 6, 12


class Reviewed(models.Model):
    """A page or an entry of a register that is reviewed: whether it is still true, by when, and when it was last.

    These fields are of the thing, not of a version of it: publishing a version leaves them alone. They are set where a
    review is recorded (`sesec_portal.reviews`), not in the form.
    """

    reviewed_on = models.DateField(
        _("reviewed on"), null=True, editable=False, help_text=_("When somebody last checked that this is true.")
    )
    review_by = models.DateField(
        _("review by"), null=True, editable=False, help_text=_("Left empty, the day follows from the last review.")
    )

    # Whether a review falls due by itself; not of what tells of something dated. A day may be set all the same.
    falls_due: ClassVar[bool] = True
    # Whether it governs the project, so that it is reviewed more often, and stays once it was published.
    governs = False
    of_no_version: tuple[str, ...] = ("reviewed_on", "review_by", "owner_id")

    class Meta:
        abstract = True

    @classmethod
    def months_between_reviews(cls) -> int | None:
        """Return after how many months it is due again; None where it never is by itself."""
        if not cls.falls_due:
            return None
        return GOVERNS if cls.governs else REST

    @classmethod
    def review_due(cls) -> Coalesce | F:
        """Return the expression for the day by which it is to be reviewed; NULL for never."""
        months = cls.months_between_reviews()
        if months is None:
            return F("review_by")
        since = Coalesce("reviewed_on", TruncDate("first_published_at"))
        return Coalesce("review_by", _AfterMonths(since, months=months))

    @property
    def review_due_on(self) -> date | None:
        """The day by which it is to be reviewed, None for never."""
        same = type(self)._base_manager.filter(pk=self.pk)
        return same.values_list(type(self).review_due(), flat=True).first()


class _AfterMonths(Func):
    """A date so many months after another."""

    template = "(%(expressions)s + make_interval(months => %(months)s))::date"
    output_field = models.DateField()
