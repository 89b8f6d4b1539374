"""The phases laid out along time: what the drawing and the list under it are made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from phases.coverage import Gap, gaps_between
from phases.timeline_bars import Bar, Scale, Span

ROW = 48
AXIS = 30
# Narrower, a gap has no room for words.
WIDE_GAP = 14


@dataclass(frozen=True)
class DrawnGap:
    """A Gap as it is drawn: its span, the activities that fall into it, and the spans of those."""

    gap: Gap
    span: Span
    activities: Sequence = ()
    activity_spans: Sequence[Span] = ()
    kind = "gap"

    @property
    def day(self):
        return self.gap.begins

    @property
    def middle(self):
        return round((self.span.x + self.span.end) / 2, 2)

    @property
    def is_wide(self):
        return self.span.width >= WIDE_GAP


@dataclass
class Timeline:
    """Phases and the gaps between them, in the order of time.

    Attributes: `entries` (Bar and DrawnGap, for the list), `bars`, `gaps`, `ticks` (pairs of year and per cent),
    `today` (per cent), `day`, and `height`, `axis_y`, `gap_y`, `year_y` of the drawing in pixels.
    """

    day: date
    scale: Scale
    entries: list = field(default_factory=list)

    @classmethod
    def of(cls, phases, day, activities=()):
        """Return the timeline of phases, given in the order of time, as drawn on a day.

        Argument `activities`: the Activities of the project that name no phase; each is drawn in the gap it falls into.
        """
        known = [day, *(one.date.earliest for one in activities)]
        for phase in phases:
            known += [phase.first_date, *((date.latest) for date in (phase.ends_so_far, phase.planned_end) if date)]
            known += [attestation.last.latest for attestation in phase.attestations]
        days = [day for day in known if day]
        timeline = cls(day, Scale(date(min(days).year, 1, 1), date(max(days).year, 12, 31)))
        bars = [
            Bar(phase, row * ROW, timeline.scale.spans(phase, day), timeline.scale.attested(phase))
            for row, phase in enumerate(phases)
        ]
        left = list(activities)
        gaps = [timeline._draw(gap, left) for gap in gaps_between(phases, day)]
        timeline.entries = sorted([*bars, *gaps], key=lambda entry: (entry.day is None, entry.day or date.max))
        return timeline

    @property
    def bars(self):
        return [entry for entry in self.entries if entry.kind == "phase"]

    @property
    def gaps(self):
        return [entry for entry in self.entries if entry.kind == "gap"]

    @property
    def is_hatched(self):
        """Whether anything is drawn that is only attested."""
        return any(bar.attested for bar in self.bars) or any(gap.activity_spans for gap in self.gaps)

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
        return self.axis_y - 14

    @property
    def height(self):
        return self.axis_y + AXIS

    @property
    def ticks(self):
        years = range(self.scale.first.year, self.scale.last.year + 1)
        step = 1 if len(years) <= 6 else 5 if len(years) <= 40 else 10
        return [(year, self.scale.x(date(year, 1, 1))) for year in years if year % step == 0]

    def _draw(self, gap, left):
        """Return a gap as drawn, and take the activities that fall into it out of those that are left."""
        within = [one for one in left if one.span[0] <= gap.ends and gap.begins <= one.span[1]]
        left[:] = [one for one in left if one not in within]
        spans = [self.scale.between(max(one.span[0], gap.begins), min(one.span[1], gap.ends)) for one in within]
        x = self.scale.x(gap.begins)
        return DrawnGap(gap, Span(x, round(self.scale.x(gap.ends) - x, 2)), within, spans)
