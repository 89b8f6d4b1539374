"""Made-up dates that stay near the day on which they are loaded.

`{in_days: 5}` is a date, `{in_days: 5, zone: Asia/Shanghai}` a moment, with `at: "17:00"` one with a time.
"""

from collections.abc import Mapping
from datetime import time, timedelta

from sesec_portal.edtf.clock import today
from sesec_portal.moments.moment import Moment

from .texts import Entry


def relative_to_today(entry: Entry) -> Entry:
    """Return an entry of the content with a date or a Moment in the place of each that is told from today."""
    return {name: _dated(value) if _is_relative(value) else value for name, value in entry.items()}


def _is_relative(value: object) -> bool:
    return isinstance(value, Mapping) and "in_days" in value


def _dated(told: Entry) -> Moment | str:
    day = today() + timedelta(days=told["in_days"])
    if "zone" not in told:
        return day.isoformat()
    return Moment.of(day, time.fromisoformat(told["at"]) if "at" in told else None, told["zone"])
