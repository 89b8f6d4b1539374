"""What programs that follow the portal are told: names that last, and texts without what their formats cannot hold."""

import re
from uuid import UUID, uuid5

# Every name is made from this one, so that what programs have keeps its name when the portal moves to another host.
_PORTAL = UUID("a1f64194-d819-44f8-931a-89dae4c50d8c")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def lasting_name(key: str) -> UUID:
    """Return the name by which programs know a thing: always the same for a key that outlasts every renaming."""
    return uuid5(_PORTAL, key)


def printable(text: str) -> str:
    """Return a text without the control characters that XML 1.0 and iCalendar cannot hold, as a pasted one may have."""
    return _CONTROL.sub("", text)
