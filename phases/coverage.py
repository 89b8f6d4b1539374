"""Which times the phases cover, by their dates or by the word of a source, and which times none does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sesec_portal.edtf.dates import PartialDate

DAY = timedelta(days=1)


class Cover(NamedTuple):
    """A time for which a phase is on record.

    Attributes: the date with which it `begins`, None where nobody recorded it; the date after which nothing on record
    says that it went on, `over`, None while it lasts.
    """

    begins: PartialDate | None
    over: PartialDate | None

    @property
    def first_day(self) -> date:
        known = self.begins or self.over
        return known.earliest if known else date.max


@dataclass(frozen=True)
class Gap:
    """A time that no start, no end and no source's word covers, from the day `begins` to the day `ends`.

    `since` and `until` are the dates between which it lies; `until` is None where it lasts to today.
    """

    since: PartialDate
    until: PartialDate | None
    begins: date
    ends: date


def gaps_between(phases: Iterable, day: date) -> Iterator[Gap]:
    """Yield the Gaps between the first of these phases and a day, in the order of time."""
    over = None
    for cover in sorted((cover for phase in phases for cover in _covers(phase, day)), key=lambda one: one.first_day):
        if over and cover.begins:
            yield from _gap(over, cover.begins, day)
        if not cover.over:
            return
        over = max(filter(None, (over, cover.over)), key=lambda date: date.latest)
    if over:
        yield from _gap(over, None, day)


def _covers(phase, day: date) -> Iterator[Cover]:
    if phase.starts:
        # What is still to come tells nothing of the time until then.
        if phase.starts.earliest <= day:
            lasts = not phase.ends_so_far and not (phase.planned_end and phase.planned_end.latest < day)
            yield Cover(phase.starts, None if lasts else phase.expected_end)
    elif phase.ends_so_far:
        yield Cover(None, phase.ends_so_far)
    yield from (Cover(attestation.date, attestation.last) for attestation in phase.attestations)


def _gap(over: PartialDate, until: PartialDate | None, day: date) -> Iterator[Gap]:
    begins, ends = over.latest + DAY, until.earliest if until else day
    if begins < ends:
        yield Gap(over, until, begins, ends)
