"""What was announced, as RFC 9557 writes it, and the instants that it means.

`2026-11-24T17:00+08:00[Asia/Shanghai]` is a local time with the zone that was announced; `2026-11-24[Asia/Shanghai]`
a day of which no hour is known. RFC 9557 (Internet Extended Date/Time Format): https://www.rfc-editor.org/rfc/rfc9557.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Self
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .zones import is_zone

# In what the regular expressions of Python and PostgreSQL share.
GRAMMAR = (
    r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?"
    r"\[[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\]"
)
_PARTS = re.compile(r"([-0-9]{10})(?:T([0-9]{2}:[0-9]{2})([+-][0-9]{2}:[0-9]{2}))?\[(.+)\]")


# The years between which the zones' offsets are whole minutes, and a slip of the finger is none.
FIRST, LAST = 1950, 2099


@dataclass(frozen=True)
class Moment:
    """A day, perhaps with a time, in a time zone.

    Attributes: `day` and `time` (None where only the day is known) as announced; `zone`, the IANA name; `fold`, 1 for
    the second of the two times that a change of the clocks makes of one (PEP 495).
    """

    day: date
    time: time | None
    zone: str
    fold: int = 0

    @classmethod
    def of(cls, day: date, at: time | None, zone_name: str) -> Self:
        """Return the moment; of a time that a change of the clocks doubles, the first.

        Raises ValueError, with a sentence for who typed it, where the zone or the local time does not exist.
        """
        if not is_zone(zone_name):
            sentence = _("There is no time zone “%(zone)s”. Choose one, or type its IANA name: Asia/Shanghai.")
            raise ValueError(sentence % {"zone": zone_name})
        if not FIRST <= day.year <= LAST:
            raise ValueError(_("Type a year from %(first)s to %(last)s.") % {"first": FIRST, "last": LAST})
        moment = cls(day, at and at.replace(second=0, microsecond=0), zone_name)
        if at and _is_skipped(moment.starts, moment):
            sentence = _(
                "The clocks of %(zone)s leave out %(time)s on that day: they are put forward. Type another time."
            )
            raise ValueError(sentence % {"time": f"{at:%H:%M}", "zone": zone_name})
        return moment

    @classmethod
    def at(cls, instant: datetime, zone_name: str) -> Self:
        """Return what the clocks of a zone show at an instant, to the minute."""
        local = instant.astimezone(ZoneInfo(zone_name))
        return cls(local.date(), time(local.hour, local.minute), zone_name, local.fold)

    @property
    def starts(self) -> datetime:
        """The instant itself, or that in which the day begins."""
        return self._instant(self.day, self.time or time.min)

    @property
    def ends(self) -> datetime:
        """The instant itself, or that in which the day is over: 24:00, the first of the next day."""
        return self.starts if self.time else self.day_over

    @property
    def day_over(self) -> datetime:
        """The instant in which its day is over, whatever the time."""
        return self._instant(self.day + timedelta(days=1), time.min)

    @property
    def is_doubled(self) -> bool:
        """Whether the clocks of its zone show its time twice on that day."""
        local = datetime.combine(self.day, self.time or time.min, ZoneInfo(self.zone))
        return bool(self.time) and local.utcoffset() != local.replace(fold=1).utcoffset()

    @property
    def days_ahead(self) -> int:
        """How many days it lies after today, as the calendar of its own zone counts them; negative for the past."""
        return (self.day - timezone.now().astimezone(ZoneInfo(self.zone)).date()).days

    def __str__(self) -> str:
        local = self.starts.astimezone(ZoneInfo(self.zone))
        return f"{local.isoformat(timespec='minutes') if self.time else self.day}[{self.zone}]"

    def _instant(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at.replace(fold=self.fold), ZoneInfo(self.zone)).astimezone(UTC)


@lru_cache(maxsize=4096)
def parse(text: str) -> Moment:
    """Return the Moment that a text of this module's form means. Raises ValueError for any other."""
    parts = _PARTS.fullmatch(text) if re.fullmatch(GRAMMAR, text) else None
    if not parts:
        raise ValueError(text)
    day, at, offset, name = parts.groups()
    first = Moment.of(date.fromisoformat(day), time.fromisoformat(at) if at else None, name)
    if first.is_doubled and not str(first).endswith(f"{offset}[{name}]"):
        return Moment(first.day, first.time, name, fold=1)
    return first


def _is_skipped(instant: datetime, moment: Moment) -> bool:
    """Tell whether a change of the clocks leaves a local time out: nobody's clock shows it."""
    return instant.astimezone(ZoneInfo(moment.zone)).time() != moment.time
