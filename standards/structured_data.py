"""Calls for comments in the words of schema.org, which has no type for them: an Event that lasts while one is open."""

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.structured_data import node


def body_reference(body):
    """Return as much of a body as tells which one it is; asks the database nothing."""
    return node("Organization", id=f"{absolute(body.url)}#organization", name=body.shown.title)


def call(call, page, issuing_body, topics):
    """Return a call, as told on a page, with the published body that issued it and its topics."""
    return node(
        "Event",
        id=f"{absolute(call.url)}#call",
        name=page.title,
        alternateName=call.announced_title,
        description=page.summary,
        url=absolute(page.url),
        startDate=moment_told(call.opens, "starts"),
        endDate=moment_told(call.deadline, "ends"),
        organizer=issuing_body and body_reference(issuing_body),
        about=[node("Thing", name=topic.shown_name) for topic in topics],
        identifier=[number.number for number in call.numbers.all() if number.role == number.Role.OWN],
    )


def moment_told(moment, side):
    """Return a Moment, or None, as ISO 8601: what "starts" or "ends" then; a day without a time as that day."""
    if not moment:
        return None
    return getattr(moment, side).isoformat(timespec="minutes") if moment.time else moment.day.isoformat()
