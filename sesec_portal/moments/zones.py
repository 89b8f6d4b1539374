"""The time zones of the IANA database, and the words for those two in which every moment is printed."""

from zoneinfo import available_timezones

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

BEIJING, BRUSSELS = "Asia/Shanghai", "Europe/Brussels"
# Where the portal's readers are.
READERS = (BRUSSELS, BEIJING)
# What a form offers before all others.
OFFERED = (BEIJING, BRUSSELS, "Europe/London", "Asia/Tokyo", "Asia/Kolkata", "America/New_York", "UTC")

_NAMES = {
    BEIJING: _("Beijing time"),
    BRUSSELS: _("Brussels time"),
    "UTC": "UTC",
}


def is_zone(name: str) -> bool:
    """Tell whether the IANA database has a zone of this name."""
    return name in available_timezones()


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the zones that a form offers, in two groups: the usual ones, and every other place of the database."""
    places = {name for name in available_timezones() if "/" in name and not name.startswith("Etc/")}
    groups = {_("Often used"): OFFERED, _("All zones"): sorted(places - {*OFFERED})}
    return [(str(group), [(name, name.replace("_", " ")) for name in names]) for group, names in groups.items()]


def name_of(name: str) -> str:
    """Return what readers call the time of a zone, in the active language."""
    if name in _NAMES:
        return str(_NAMES[name])
    return gettext("time in %(city)s") % {"city": name.rpartition("/")[2].replace("_", " ")}
