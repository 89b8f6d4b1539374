"""The one place that knows which day it is, or which day a reader asks about."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_asked = ContextVar("day asked about", default=None)


def today():
    """Return the day that pages speak of: the one asked about, else the civil date now in the portal's time zone."""
    return _asked.get() or timezone.localdate()


def is_asked():
    """Tell whether a page is being made for a day that its reader asked about."""
    return _asked.get() is not None


@contextmanager
def as_of(day):
    """Make everything inside speak of that day, in this thread or task alone."""
    token = _asked.set(day)
    try:
        yield
    finally:
        _asked.reset(token)
