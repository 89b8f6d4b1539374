"""What is said where a register holds nothing: computed, as a typed sentence turns false when the first entry comes."""

from django.utils.formats import date_format
from django.utils.translation import gettext

from sesec_portal.edtf import clock


def nothing_recorded(what: str) -> str:
    """Return the sentence that nobody recorded one of these, by the day asked about if a day was.

    Argument: the thing in the singular and in the active language, as in "member".
    """
    if clock.is_asked():
        return gettext("As of %(day)s, no %(what)s is recorded.") % {"day": _day(), "what": what}
    return gettext("No %(what)s is recorded.") % {"what": what}


def nothing_published(what: str) -> str:
    """Return the same sentence of what may be recorded without being public."""
    if clock.is_asked():
        return gettext("As of %(day)s, no %(what)s is published.") % {"day": _day(), "what": what}
    return gettext("No %(what)s is published.") % {"what": what}


def _day() -> str:
    return date_format(clock.today(), "DATE_FORMAT")
