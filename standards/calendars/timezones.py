"""The rules of a time zone for the years of a calendar, as a VTIMEZONE (RFC 5545, 3.6.5).

The library has a function of its own for it, which lets summer time begin an hour too late (icalendar 7.3).
"""

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar

_DAY = timedelta(days=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@lru_cache(maxsize=200)
def vtimezone(name, first_year, last_year):
    """Return the component for an IANA name: what its clocks show in these years, both included. Nobody may change it.

    A change of the clocks is told in the local time before it, those of several years as a rule: of a list of dates,
    which would be simpler, programs read the first only.
    """
    made = icalendar.Timezone()
    made.add("tzid", name)
    first = datetime(first_year, 1, 1, tzinfo=UTC)
    kinds = {_kind(first, first, ZoneInfo(name)): [first.astimezone(ZoneInfo(name)).replace(tzinfo=None)]}
    for before, instant in _changes(first, last_year, ZoneInfo(name)):
        onset = (instant + _offset(before, ZoneInfo(name))).replace(tzinfo=None)
        kinds.setdefault(_kind(before, instant, ZoneInfo(name)), []).append(onset)
    for (observance, offset_from, offset_to, short_name), onsets in kinds.items():
        for run, rules in _runs(onsets):
            part = observance()
            part.add("dtstart", run[0])
            part.add("tzoffsetfrom", offset_from)
            part.add("tzoffsetto", offset_to)
            part.add("tzname", short_name)
            if run[1:]:
                month, weekday, _time = min(rules)
                # The end of the year, not the last change itself, which some programs then leave out.
                over = {} if run[-1].year == last_year else {"until": datetime(run[-1].year, 12, 31, tzinfo=UTC)}
                part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": weekday, **over})
            made.add_component(part)
    return made


def _runs(onsets):
    """Return the onsets in runs of years that a rule fits, each with the rules that do: “the last Sunday of March”."""
    runs = []
    for onset in onsets:
        rules = _rules(onset)
        if runs and runs[-1][0][-1].year + 1 == onset.year and runs[-1][1] & rules:
            runs[-1] = [*runs[-1][0], onset], runs[-1][1] & rules
        else:
            runs.append(([onset], rules))
    return runs


def _rules(onset):
    weekday = _WEEKDAYS[onset.weekday()]
    rules = {(onset.month, f"{(onset.day - 1) // 7 + 1}{weekday}", onset.time())}
    is_last = (onset + 7 * _DAY).month != onset.month
    return rules | {(onset.month, f"-1{weekday}", onset.time())} if is_last else rules


def _changes(first, last_year, tz):
    """Yield each instant with which the clocks change, to the minute, after one at which they had not yet."""
    day = first
    while day.year <= last_year:
        if _offset(day, tz) != _offset(day + _DAY, tz):
            yield day, _first_minute(day, tz)
        day += _DAY


def _first_minute(day, tz):
    minutes = [day + timedelta(minutes=past) for past in range(24 * 60 + 1)]
    return minutes[bisect_left(minutes, True, key=lambda minute: _offset(minute, tz) != _offset(day, tz))]


def _kind(before, after, tz):
    then = after.astimezone(tz)
    observance = icalendar.TimezoneDaylight if then.dst() else icalendar.TimezoneStandard
    return observance, _offset(before, tz), _offset(after, tz), then.tzname()


def _offset(instant, tz):
    return instant.astimezone(tz).utcoffset()
