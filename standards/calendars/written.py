"""A calendar as an iCalendar file: RFC 5545, with what RFC 7986 adds."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import icalendar
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sesec_portal.core.for_programs import lasting_name, printable
from sesec_portal.moments.zones import READERS

from .timezones import vtimezone

# How often programs are asked to look.
_REFRESH = timedelta(hours=12)
_DAY = timedelta(days=1)
# Whose rules an empty calendar tells.
_NO_YEAR = 2026


def as_icalendar(calendar):
    """Return a Calendar as the bytes of a file; the same bytes as long as nothing in it changes.

    It names no METHOD: it is published, and its entries belong to nobody's invitations. So DTSTAMP is when an entry
    was revised last (3.8.7.2), as LAST-MODIFIED.
    """
    file = icalendar.Calendar()
    file.add("version", "2.0")
    file.add("prodid", f"-//SESEC//Portal//{get_language().upper()}")
    file.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        file.add(name, printable(calendar.title))
    for name in ("description", "x-wr-caldesc"):
        file.add(name, printable(_("Made-up entries and what is not public are left out.")))
    file.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    file.add("x-published-ttl", "PT12H")
    events = [_event(entry) for entry in calendar.entries]
    for part in [*_timezones(calendar.entries), *events]:
        file.add_component(part)
    return file.to_ical(sorted=False)


def _event(entry):
    event = icalendar.Event()
    event.add("uid", str(lasting_name(entry.key)))
    event.add("dtstamp", entry.changed.astimezone(UTC))
    event.add("created", entry.first.astimezone(UTC))
    event.add("last-modified", entry.changed.astimezone(UTC))
    # The seconds since it was first published: 0 at first, more with each change, and within an INTEGER for 68 years.
    event.add("sequence", max(0, int((entry.changed - entry.first).total_seconds())))
    for name, value in _when(entry).items():
        event.add(name, value)
    for name in ("title", "description", "place"):
        if text := getattr(entry, name):
            event.add(_NAMES[name], printable(text))
    event.add("url", entry.address)
    event.add("status", entry.status)
    takes_time = entry.starts.time and not entry.is_deadline and entry.status == "CONFIRMED"
    event.add("transp", "OPAQUE" if takes_time else "TRANSPARENT")
    return event


_NAMES = {"title": "summary", "description": "description", "place": "location"}


def _when(entry):
    """Return DTSTART and, where an end is known, DTEND: instants in the announced zone, or whole days."""
    if not entry.is_deadline and not entry.starts.time:
        last = max(entry.starts.day, entry.ends.day) if entry.ends else entry.starts.day
        return {"dtstart": entry.starts.day, "dtend": last + _DAY}
    when = {"dtstart": _local(entry.at, entry.starts)}
    if entry.ends:
        when["dtend"] = _local(entry.ends.ends, entry.ends)
    return when


def _local(instant, moment):
    """Return an instant on the clock of a moment's zone; in UTC where that clock shows the time twice."""
    local = instant.astimezone(ZoneInfo(moment.zone))
    is_doubled = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return instant.astimezone(UTC) if is_doubled else local


def _timezones(entries):
    """Return the rules of the zones: those of the readers always, since a file has to have some component."""
    moments = [moment for entry in entries for moment in (entry.starts, entry.ends) if moment]
    years = {moment.day.year for moment in moments} or {_NO_YEAR}
    names = {moment.zone for moment in moments} | {*READERS}
    return [vtimezone(name, min(years) - 1, max(years) + 1) for name in sorted(names - {"UTC"})]
