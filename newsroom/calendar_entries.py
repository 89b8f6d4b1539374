"""Events as entries of calendars."""

from django.utils.translation import gettext as _

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.punctuation import listed
from sesec_portal.moments.words import in_words
from standards.calendars.entries import CalendarEntry, for_calendars

# RFC 5545, 3.8.1.11. What is postponed will take place, but when is open again: CANCELLED would say that it never does.
_STATUS = {"": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}


def occasions(events):
    """Return the entries of a queryset of events; those that were called off say so for a year after their day."""
    return [_entry(event) for event in shown_to_reader(for_calendars(events.still_told_of()))]


def _entry(event):
    address = absolute(event.shown.url)
    state = event.get_state_display().capitalize()
    ends = event.ends and _("Ends: %(moment)s") % {"moment": in_words(event.ends)}
    place = [event.shown_city, event.online and _("online")]
    told = {"state": state, "title": event.shown.title}
    return CalendarEntry(
        key=f"event/{event.translation_key}",
        starts=event.starts,
        at=event.starts.starts,
        ends=event.ends,
        title=_("%(state)s: %(title)s") % told if event.state else event.shown.title,
        description="\n".join(filter(None, [in_words(event.starts), ends, event.shown.summary, address])),
        address=address,
        first=event.first_published_at,
        changed=event.changed,
        place=listed(filter(None, place)),
        status=_STATUS[event.state],
    )
