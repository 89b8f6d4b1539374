"""The experts of the project, and what may be said of each on the day that a page speaks of."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from partners.models import Person, prefetch_portraits
from phases.status import Status
from sesec_portal.edtf import clock
from sesec_portal.edtf.dates import PartialDate
from sesec_portal.pagecache.memo import once_per_generation

from .participation import TeamMember
from .phase import PhasePage


@dataclass(frozen=True)
class Expert:
    """Somebody who is, or was, the project's expert.

    Attributes: the `person`; the `offices` held, the latest phase first; the latest `phase`, with the page to show.
    """

    person: Person
    offices: tuple[TeamMember, ...]
    phase: PhasePage

    @staticmethod
    def listed() -> list["Expert"]:
        """Return the experts of phases that had begun on the day that the page speaks of, the latest first."""
        begun = {phase.pk: phase for phase in PhasePage.listed() if phase.status is not Status.PLANNED}
        held: dict[Person, list[TeamMember]] = {}
        for office in _offices():
            if office.phase_id in begun and _has_begun(office):
                held.setdefault(office.person, []).append(office)
        return [Expert(person, tuple(offices), begun[offices[0].phase_id]) for person, offices in held.items()]

    @property
    def latest(self) -> TeamMember:
        """The office held in the latest phase."""
        return self.offices[0]

    @cached_property
    def source(self) -> TeamMember:
        """The office whose source is told: the one with the earliest start, as it says since when."""
        dated = [office for office in self.offices if office.starts]
        return min(dated, key=lambda office: office.starts.earliest, default=self.latest)

    @property
    def told_by(self) -> list[TeamMember]:
        """The offices whose sources say so: since when, and to when it is attested."""
        attesting = [one for one in self.offices if one.attested and one.attested == self.attested]
        return list(dict.fromkeys([self.source, *attesting]))

    @property
    def attested(self) -> PartialDate | None:
        """The latest time for which a source attests one of the offices, as far as that had come."""
        come = [one.attested for one in self.offices if one.attested and one.attested.earliest <= clock.today()]
        return max(come, key=lambda date: date.latest, default=None)

    @property
    def is_current(self) -> bool:
        """Whether the registers say so of this day: the phase lasts, and the office is not known to be over."""
        return self.phase.is_running and self.latest.may_hold_on(clock.today())

    @property
    def latest_in_words(self) -> str:
        """The latest that is known, in few plain words for a drawing."""
        if self.is_current:
            return (
                gettext("since %(since)s") % {"since": self.source.starts.spelled_out()} if self.source.starts else ""
            )
        if self.latest.is_over:
            return gettext("until %(until)s") % {"until": self.latest.ends.spelled_out()}
        if self.attested:
            return gettext("last attested %(date)s") % {"date": self.attested.spelled_out()}
        return self.phase.title_as_last_recorded

    @property
    def marked_up(self) -> SafeString:
        """The same in HTML, each date in its `<time>`."""
        return SafeString(self.written(PartialDate.marked_up))

    def written(self, write: Callable[[PartialDate], str]) -> str:
        """Return the office with its time as a phrase of the active language; `write` words a PartialDate."""
        since, until = self.source.starts, self.latest.ends_so_far if self.latest.is_over else None
        if since and until:
            return gettext("expert from %(since)s to %(until)s") % {"since": write(since), "until": write(until)}
        if until:
            return gettext("expert until %(until)s") % {"until": write(until)}
        if not self.is_current:
            return self._last_known(since, write)
        return gettext("expert since %(since)s") % {"since": write(since)} if since else gettext("expert")

    def _last_known(self, since: PartialDate | None, write: Callable[[PartialDate], str]) -> str:
        known = {"since": since and write(since), "phase": self.phase.shown.title}
        if self.attested:
            known["attested"] = write(self.attested)
            if since:
                return gettext("expert since %(since)s, last attested %(attested)s") % known
            return gettext("expert, last attested %(attested)s") % known
        if since:
            return gettext("expert since %(since)s, last recorded in %(phase)s") % known
        return gettext("expert, last recorded in %(phase)s") % known


def _has_begun(office: TeamMember) -> bool:
    return not office.starts or office.starts.earliest <= clock.today()


@once_per_generation
def _offices() -> tuple[TeamMember, ...]:
    """Return the offices of experts in published phases, the latest phase first."""
    expert = TeamMember.objects.filter(office=TeamMember.Office.EXPERT, phase__in=PhasePage.objects.for_listing())
    offices = tuple(expert.select_related("person__photo").order_by("-phase__number"))
    prefetch_portraits(office.person for office in offices)
    return offices
