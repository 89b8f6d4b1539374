"""The deadlines of calls for comments as entries of calendars."""

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.moments.words import in_words
from standards.models.call_window import reading_of

from .entries import CalendarEntry, for_calendars


def deadlines(calls):
    """Return the deadlines of a queryset of calls: each call's own, and the portal's earlier one where it has one."""
    dated = calls.exclude(Q(deadline_at=None) & Q(own_deadline_at=None))
    return [entry for call in shown_to_reader(for_calendars(dated)) for entry in _of_call(call)]


def _of_call(call):
    if call.own_deadline:
        yield _entry(call, "own-deadline", call.own_deadline, _("Deadline for comments through SESEC"))
    if call.deadline:
        yield _entry(call, "deadline", call.deadline, _("Deadline"), call.deadline_wording)


def _entry(call, name, moment, what, wording=""):
    address = absolute(call.shown.url)
    told = [
        in_words(moment, is_end=True),
        reading_of(moment),
        wording and _("Word for word: %(wording)s") % {"wording": wording},
        call.shown.summary,
        address,
    ]
    # Calendars show the end of a day as the first instant of the next one.
    day = date_format(moment.day, "DATE_FORMAT")
    words = _("%(what)s: %(title)s") if moment.time else _("%(what)s (end of %(day)s): %(title)s")
    return CalendarEntry(
        key=f"call/{call.translation_key}/{name}",
        starts=moment,
        at=moment.ends,
        is_deadline=True,
        title=words % {"what": what, "day": day, "title": call.shown.title},
        description="\n".join(filter(None, told)),
        address=address,
        first=call.first_published_at,
        changed=call.changed,
    )
