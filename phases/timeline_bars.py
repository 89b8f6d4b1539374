"""Phases as bars along time, drawn no more exactly than their dates are known."""

from dataclasses import dataclass
from datetime import date, timedelta

# Narrower, nobody sees that a bar pales: a fiftieth of the drawing is about five months in twenty years.
LEAST_FADE = 50
# In per cent of the drawing: three pixels on a phone.
LEAST_WIDTH = 1


@dataclass(frozen=True)
class Span:
    """A stretch of the drawing, in per cent of its width.

    `fade` says which way it pales, where a date is only known roughly: "in" at a start, "out" at an end, else "".
    """

    x: float
    width: float
    fade: str = ""

    @property
    def end(self):
        return round(self.x + self.width, 2)


@dataclass(frozen=True)
class Bar:
    """One phase: its row in the drawing, and the spans it is drawn with (none where no date is recorded).

    `attested`: the spans outside of those, for which a source names it as active.
    """

    phase: object
    y: int
    spans: tuple = ()
    attested: tuple = ()
    kind = "phase"

    @property
    def day(self):
        return self.phase.first_date

    @property
    def drawn(self):
        """All its spans from left to right."""
        return sorted((*self.spans, *self.attested), key=lambda span: span.x)

    @property
    def label_y(self):
        return self.y + 16

    @property
    def bar_y(self):
        return self.y + 23

    @property
    def label_from_end(self):
        """Whether the label ends where the bar ends, because to the right of its beginning there is no room."""
        return bool(self.drawn) and self.drawn[0].x > 40

    @property
    def label_x(self):
        if not self.drawn:
            return 0
        return self.drawn[-1].end if self.label_from_end else self.drawn[0].x


@dataclass(frozen=True)
class Scale:
    """The days that the drawing spans, from the `first` to the `last`."""

    first: date
    last: date

    def x(self, day):
        """Return where a day begins, in per cent of the drawing's width."""
        return round(100 * (day - self.first).days / ((self.last - self.first).days + 1), 2)

    def spans(self, phase, today):
        """Return the Spans with which a phase is drawn on a day, from left to right."""
        starts, end = phase.starts, phase.expected_end
        if not (starts or end):
            return ()
        if not end:
            return (self._span(starts.earliest, max(today, starts.earliest), "out"),)
        if not starts:
            # Of its beginning nothing is known: the bar comes out of nowhere in the year before its end.
            return (self._span(max(self.first, end.earliest - timedelta(days=365)), end.latest, "in"),)
        begin, finish = starts.earliest, end.latest
        spans = ()
        if starts.approximate or not starts.lies_in_one("month"):
            begin = min(starts.latest, finish)
            spans = (self._span(starts.earliest, begin, "in"),)
        if phase.ends_so_far and end.lies_in_one("month") and not end.approximate:
            return (*spans, self._span(begin, finish))
        pales_from = min(end.earliest - timedelta(days=1), finish - (self.last - self.first) / LEAST_FADE)
        solid_until = max(begin, pales_from)
        return (*spans, self._span(begin, solid_until), self._span(solid_until, finish, "out"))

    def attested(self, phase):
        """Return the Spans for which a source names a phase as active, outside of the dates on record."""
        begin, end = phase.starts and phase.starts.earliest, phase.expected_end and phase.expected_end.latest
        outside = [
            one
            for one in phase.attestations
            if not begin or one.date.earliest < begin or (end and one.last.latest > end)
        ]
        return tuple(self.between(one.date.earliest, one.last.latest) for one in outside)

    def between(self, first, last):
        """Return the Span from one day to another, wide enough to be seen."""
        x = self.x(first)
        return Span(x, max(round(self.x(last + timedelta(days=1)) - x, 2), LEAST_WIDTH))

    def _span(self, begin, end, fade=""):
        x = self.x(begin)
        return Span(x, max(round(self.x(end + timedelta(days=1)) - x, 2), 0), fade)
