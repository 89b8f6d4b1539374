"""What a phase's times are by its dates and by the word of the sources that name it as active."""

from datetime import date

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext

from phases.dates import dates_of_phase
from phases.progress import progress_on
from phases.status import Status, status_on
from sesec_portal.core.disagreements import disagreements
from sesec_portal.edtf import clock

from .planned_period import PlannedPeriod
from .statement import Statement


class AttestedPeriod(PlannedPeriod):
    """A period of which sources speak, in rows called `statements`."""

    # By the pages it has.
    number: int
    statements: models.Manager

    class Meta(PlannedPeriod.Meta):
        abstract = True

    @cached_property
    def all_attestations(self):
        """The Statements that name it as active, in the order of time."""
        active = (statement for statement in self.statements.all() if statement.fact == Statement.Fact.ACTIVE)
        return sorted(active, key=lambda statement: statement.date.earliest)

    @property
    def attestations(self):
        """Those of them whose time had come on the day that the page speaks of."""
        return [one for one in self.all_attestations if one.has_come]

    @property
    def last_attested(self):
        """The latest date for which a source names it as active, as far as that had come; None without any."""
        return max((one.last for one in self.attestations), key=lambda last: last.latest, default=None)

    @property
    def first_date(self):
        """The earliest day that its start, or else the first time attested, or else its end can mean; or None."""
        if self.starts_earliest:
            return self.starts_earliest
        return self.all_attestations[0].date.earliest if self.all_attestations else self.ends_earliest

    @property
    def place_in_time(self):
        """What orders phases as `by_date` does."""
        return (self.first_date is None, self.first_date or date.max, self.number)

    def dates_written(self, write):
        """Return its dates, the planned end among them, as a sentence; `write` words a PartialDate."""
        attestations = () if self.starts or self.ends_so_far else self.attestations
        return dates_of_phase(self.starts, self.planned_end, self.ends_so_far, write, attestations)

    @property
    def status(self):
        spans = [attestation.span for attestation in self.attestations]
        return status_on(clock.today(), self.starts, self.planned_end, self.ends, spans)

    @property
    def is_running(self):
        """Whether it lasts on the day that the page speaks of, by its dates or by the word of a source."""
        return self.status in {Status.RUNNING, Status.ATTESTED}

    @property
    def progress(self):
        """How far it has come, as a Progress; None where its dates do not tell."""
        return progress_on(clock.today(), self.starts, self.expected_end)

    @property
    def status_in_words(self):
        """The status, and the date to which sources attest the phase where its dates do not say that it was over."""
        last = self.last_attested
        if not last or self.status not in {Status.UNDATED, Status.OVERDUE}:
            return self.status.label
        if self.status is Status.UNDATED:
            return gettext("last attested %(date)s") % {"date": last.spelled_out()}
        return gettext("%(status)s, last attested %(date)s") % {
            "status": self.status.label,
            "date": last.spelled_out(),
        }

    @cached_property
    def disagreements(self):
        """The Disagreements on its dates; activity outside of them is one on its start or its end."""
        facts = {fact: fact.label for fact in Statement.DATES}
        return disagreements(self, self.statements.all(), facts, self._fact_at_issue)

    @property
    def undisputed(self):
        """What sources say, as Statements, of what no other contradicts."""
        disputed = {statement.pk for one in self.disagreements for statement in one.statements}
        return [statement for statement in self.statements.all() if statement.pk not in disputed]

    @property
    def agreeing(self):
        """The Statements that give a date as it is recorded, by the name of its field."""
        said = {}
        for statement in self.statements.all():
            if statement.fact in Statement.DATES and statement.date == getattr(self, statement.fact):
                said.setdefault(statement.fact, []).append(statement)
        return said

    def _fact_at_issue(self, statement):
        if statement.fact == Statement.Fact.ACTIVE and self.ends and statement.date.earliest > self.ends.latest:
            return Statement.Fact.ENDS
        if statement.fact == Statement.Fact.ACTIVE and self.starts and statement.span[1] < self.starts.earliest:
            return Statement.Fact.STARTS
        return statement.fact
