"""The phases laid out along time: what the drawing and the list under it are made of."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from phases.status import Status
from phases.timeline_bars import Bar, Scale

ROW = 48
AXIS = 30
# Narrower, a gap has no room for words.
WIDE_GAP = 14


@dataclass(frozen=True)
class Gap:
    """A time in which no phase is recorded; `until` is None where it lasts to today."""

    since: object
    until: object
    x: float
    end: float
    kind = "gap"

    @property
    def width(self):
        return round(self.end - self.x, 2)

    @property
    def middle(self):
        return round((self.x + self.end) / 2, 2)

    @property
    def is_wide(self):
        return self.width >= WIDE_GAP


@dataclass
class Timeline:
    """Phases and the gaps between them, in the order of time.

    Attributes: `entries` (Bar and Gap, for the list), `bars`, `gaps`, `ticks` (pairs of year and per cent),
    `today` (per cent), `day`, and `height`, `axis_y`, `gap_y`, `year_y` of the drawing in pixels.
    """

    day: date
    scale: Scale
    entries: list = field(default_factory=list)

    @classmethod
    def of(cls, phases, day):
        """Return the timeline of phases, given in the order of time, as drawn on a day."""
        known = [bound for phase in phases for bound in (phase.first_date, phase.ends_latest, phase.planned_end_latest)]
        known = [day, *filter(None, known)]
        scale = Scale(date(min(known).year, 1, 1), date(max(known).year, 12, 31))
        timeline = cls(day, scale)
        over, is_open = None, not any(phase.status is Status.RUNNING for phase in phases)
        for row, phase in enumerate(phases):
            if phase.status is Status.PLANNED:
                # What is still to come tells nothing of the time until then; the gap ends today.
                if is_open:
                    timeline._gap(over, None)
                is_open = False
            elif phase.starts:
                timeline._gap(over, phase.starts)
            if phase.first_date:
                over = max(filter(None, (over, _over(phase))), key=lambda end: end.latest, default=None)
            timeline.entries.append(Bar(phase, row * ROW, scale.spans(phase, day)))
        if is_open:
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
        return self.scale.x(self.day)

    @property
    def axis_y(self):
        return len(self.bars) * ROW + 10

    @property
    def year_y(self):
        return self.axis_y + 18

    @property
    def gap_y(self):
        return self.axis_y - 8

    @property
    def height(self):
        return self.axis_y + AXIS

    @property
    def ticks(self):
        years = range(self.scale.first.year, self.scale.last.year + 1)
        step = 1 if len(years) <= 6 else 5 if len(years) <= 40 else 10
        return [(year, self.scale.x(date(year, 1, 1))) for year in years if year % step == 0]

    def _gap(self, over, until):
        if over is None:
            return
        begin = over.latest + timedelta(days=1)
        end = until.earliest if until else self.day
        if begin < end:
            self.entries.append(Gap(over, until, self.scale.x(begin), self.scale.x(end)))


def _over(phase):
    """Return the date after which nothing on record says that the phase went on, or None while it runs."""
    return None if phase.status in {Status.RUNNING, Status.PLANNED} and not phase.ends else phase.expected_end
