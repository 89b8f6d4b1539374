"""The phases laid out along time: what the drawing and the list under it are made of."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from phases.status import Status

ROW = 38
AXIS = 30


@dataclass(frozen=True)
class Span:
    """A stretch of the drawing, in per cent of its width; not `certain` where a date is only known roughly."""

    x: float
    width: float
    certain: bool = True


@dataclass(frozen=True)
class Bar:
    """One phase: its row in the drawing, and the spans it is drawn with (none where no date is recorded)."""

    phase: object
    y: int
    spans: tuple = ()
    kind = "phase"

    @property
    def label_y(self):
        return self.y + 14

    @property
    def bar_y(self):
        return self.y + 19

    @property
    def label_x(self):
        return min(self.spans[0].x, 66) if self.spans else 0


@dataclass(frozen=True)
class Gap:
    """A time in which no phase is recorded; `until` is None where it lasts to today."""

    since: object
    until: object
    x: float
    end: float
    kind = "gap"


@dataclass
class Timeline:
    """Phases and the gaps between them, in the order of time.

    Attributes: `entries` (Bar and Gap, for the list), `bars`, `gaps`, `ticks` (pairs of year and per cent),
    `today` (per cent), `day`, and `height`, `axis_y` of the drawing in pixels.
    """

    day: date
    first: date
    last: date
    entries: list = field(default_factory=list)

    @classmethod
    def of(cls, phases, day):
        """Return the timeline of phases, given in the order of time, as drawn on a day."""
        known = [
            bound for phase in phases for bound in (phase.starts_earliest, phase.ends_latest, phase.planned_end_latest)
        ]
        known = [day, *filter(None, known)]
        timeline = cls(day, date(min(known).year, 1, 1), date(max(known).year, 12, 31))
        over = None
        for row, phase in enumerate(phases):
            if phase.starts:
                timeline._gap(over, phase.starts)
                over = max(filter(None, (over, _over(phase))), key=lambda end: end.latest, default=None)
            timeline.entries.append(Bar(phase, row * ROW, timeline._spans(phase)))
        if over and not any(phase.status in {Status.RUNNING, Status.PLANNED} for phase in phases):
            timeline._gap(over, None)
        return timeline

    @property
    def bars(self):
        return [entry for entry in self.entries if entry.kind == "phase"]

    @property
    def gaps(self):
        return [entry for entry in self.entries if entry.kind == "gap"]

    @property
    def today(self):
        return self._x(self.day)

    @property
    def axis_y(self):
        return len(self.bars) * ROW + 6

    @property
    def year_y(self):
        return self.axis_y + 18

    @property
    def height(self):
        return self.axis_y + AXIS

    @property
    def ticks(self):
        years = range(self.first.year, self.last.year + 1)
        step = 1 if len(years) <= 6 else 5 if len(years) <= 40 else 10
        return [(year, self._x(date(year, 1, 1))) for year in years if year % step == 0]

    def _x(self, day):
        return round(100 * (day - self.first).days / ((self.last - self.first).days + 1), 2)

    def _span(self, begin, end, certain):
        return Span(self._x(begin), max(round(self._x(end + timedelta(days=1)) - self._x(begin), 2), 0), certain)

    def _spans(self, phase):
        starts, end = phase.starts, phase.expected_end
        if not starts:
            return ()
        if not end:
            return (self._span(starts.earliest, max(self.day, starts.earliest), False),)
        begin, finish = starts.earliest, end.latest
        spans = []
        if starts.precision == "year" or starts.approximate:
            begin = min(starts.latest, finish)
            spans.append(self._span(starts.earliest, begin, False))
        rough_end = end.precision == "year" or not phase.ends
        solid_until = max(begin, end.earliest - timedelta(days=1)) if rough_end else finish
        spans.append(self._span(begin, solid_until, True))
        if rough_end:
            spans.append(self._span(solid_until, finish, False))
        return tuple(spans)

    def _gap(self, over, until):
        if over is None:
            return
        begin = over.latest + timedelta(days=1)
        end = until.earliest if until else self.day
        if begin < end:
            x = self._x(begin)
            self.entries.append(Gap(over, until, x, self._x(end)))


def _over(phase):
    """Return the date after which nothing on record says that the phase went on, or None while it runs."""
    return None if phase.status in {Status.RUNNING, Status.PLANNED} and not phase.ends else phase.expected_end
