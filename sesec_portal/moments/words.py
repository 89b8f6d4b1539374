"""Moments in words: in the zone that was announced first, then in that of the portal's other readers."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .moment import Moment
from .zones import READERS, name_of


def in_words(moment: Moment, *, is_end: bool = False) -> str:
    """Return a moment in words of the active language, as announced and then in Brussels and Beijing time.

    Arguments: the moment, and whether it ends something, so that a day alone means its end (24:00).
    """
    announced, others = _announced(moment, is_end), _elsewhere(moment, is_end)
    if not others:
        return announced
    return _("%(moment)s (%(elsewhere)s)") % {"moment": announced, "elsewhere": _("; ").join(others)}


def marked_up(moment: Moment, *, is_end: bool = False) -> SafeString:
    """Return the same in HTML's `<time>`, with the instant for machines; a day that ends nothing stays a day."""
    instant = moment.ends if is_end else moment.starts
    told = instant.isoformat(timespec="minutes") if moment.time or is_end else moment.day.isoformat()
    return format_html('<time datetime="{}">{}</time>', told, in_words(moment, is_end=is_end))


def within_its_day(moment: Moment, *, is_end: bool = False) -> str:
    """Return the same where the day stands above it: its hours alone, and another day only where readers have one.

    A day alone, that ends nothing, is no words at all.
    """
    if not (moment.time or is_end):
        return ""
    hour = _("%(time)s %(zone)s") % _hour(moment)
    return _("; ").join([hour, *_elsewhere(moment, is_end)])


def by_its_calendar(words: str, moment: Moment) -> str:
    """Return words such as “today”, which a moment's zone means, with that zone where readers have another day now."""
    now = timezone.now()
    if len({now.astimezone(ZoneInfo(zone)).date() for zone in (moment.zone, *READERS)}) == 1:
        return words
    return _("%(moment)s (%(elsewhere)s)") % {"moment": words, "elsewhere": name_of(moment.zone)}


def _announced(moment: Moment, is_end: bool) -> str:
    day = date_format(moment.day, "DATE_FORMAT")
    if not (moment.time or is_end):
        return day
    return _("%(date)s, %(time)s %(zone)s") % {"date": day, **_hour(moment)}


def _hour(moment: Moment) -> dict[str, str]:
    """Return the time of a moment, or of the end of its day, and the name of its zone; of a doubled one with offset."""
    name = name_of(moment.zone)
    if moment.is_doubled:
        offset = moment.starts.astimezone(ZoneInfo(moment.zone)).isoformat()[-6:]
        name = _("%(zone)s, UTC%(offset)s") % {"zone": name, "offset": offset}
    return {"time": f"{moment.time:%H:%M}" if moment.time else "24:00", "zone": name}


def _elsewhere(moment: Moment, is_end: bool) -> list[str]:
    """Return a time that is known in the zones of the other readers, with its day where that is another one."""
    if not (moment.time or is_end):
        return []
    instant = moment.ends if is_end else moment.starts
    here = instant.astimezone(ZoneInfo(moment.zone))
    others = [(name, instant.astimezone(ZoneInfo(name))) for name in READERS if name != moment.zone]
    return [_there(moment, name, local) for name, local in others if local.utcoffset() != here.utcoffset()]


def _there(moment: Moment, name: str, local: datetime) -> str:
    # What ends at midnight ends on the day before, at 24:00.
    ends_a_day = not moment.time and local.time() == time.min
    day = local.date() - timedelta(days=ends_a_day)
    told = {
        "date": date_format(day, "DATE_FORMAT"),
        "time": "24:00" if ends_a_day else f"{local:%H:%M}",
        "zone": name_of(name),
    }
    return (_("%(time)s %(zone)s") if day == moment.day else _("%(date)s, %(time)s %(zone)s")) % told
