"""Made-up moments that stay near the day on which they are loaded: `{in_days: 5, at: "17:00", zone: Asia/Shanghai}`."""

from collections.abc import Mapping
from datetime import time, timedelta

from sesec_portal.edtf.clock import today
from sesec_portal.moments.moment import Moment

from .texts import Entry


def relative_to_today(entry: Entry) -> Entry:
    """Return an entry of the content with a Moment in the place of each that is told from today."""
    return {name: _moment(value) if _is_relative(value) else value for name, value in entry.items()}


def _is_relative(value: object) -> bool:
    return isinstance(value, Mapping) and "in_days" in value


def _moment(told: Entry) -> Moment:
    at = time.fromisoformat(told["at"]) if "at" in told else None
    return Moment.of(today() + timedelta(days=told["in_days"]), at, told["zone"])
