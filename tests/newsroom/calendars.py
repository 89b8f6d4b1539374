"""How tests read calendars: as a client does that knows nothing of the portal."""

from datetime import UTC

import icalendar


def read(client, address):
    """Return a calendar of the portal, parsed."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(response.content)


def entries(client, address):
    """Return the entries of a calendar by what it calls them."""
    return {str(event["summary"]): event for event in read(client, address).walk("VEVENT")}


def instant(value):
    """Return what a DTSTART or DTEND means, in UTC."""
    return value.dt.astimezone(UTC)
