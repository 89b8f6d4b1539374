"""What somebody finds in the schedule: what the worker will do, and what the apps bring by their hooks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, Revision

from sesec_portal.core.records import Record
from sesec_portal.moments.moment import Moment
from sesec_portal.moments.zones import BRUSSELS

from .entries import Happening, Notice
from .months import Month

# As much earlier and later than in Brussels as the days of any zone begin and end.
_MARGIN = timedelta(days=1)


def done_by_itself(user: User) -> list[Happening]:
    """Return what goes live or is taken down of what somebody may edit, what is late first, then the next."""
    return _theirs(_by_clockwork(), user)


def to_come(user: User) -> list[Happening]:
    """Return the same, and what begins and ends after now by what the apps bring."""
    return _theirs([*_by_clockwork(), *_brought(timezone.now(), None)], user)


def in_month(user: User, month: Month) -> list[Happening]:
    """Return what of all this falls on the days of a month in Brussels; what has begun and ended in it, too."""
    since = datetime.combine(month.first, time.min, UTC) - _MARGIN
    until = datetime.combine(month.last, time.max, UTC) + _MARGIN
    found = [*_by_clockwork(), *_brought(since, until)]
    return _theirs((each for each in found if month.first <= each.day <= month.last), user)


def notices() -> list[Notice]:
    """Return what the apps want to have said at its head."""
    return [notice for register in hooks.get_hooks("register_schedule_notices") for notice in register()]


def _brought(since: datetime, until: datetime | None) -> Iterator[Happening]:
    for register in hooks.get_hooks("register_schedule_sources"):
        for source in register():
            yield from source(since, until)


def _theirs(found: Iterable[Happening], user: User) -> list[Happening]:
    finder = AdminURLFinder(user)
    theirs = [replace(each, edit_url=url) for each in found if (url := finder.get_edit_url(each.thing))]
    return sorted(theirs, key=lambda each: (each.day, each.instant))


def _by_clockwork() -> Iterator[Happening]:
    versions = Revision.objects.filter(approved_go_live_at__isnull=False).prefetch_related("content_object")
    for version in versions:
        if thing := version.content_object:
            moment, late = Moment.at(version.approved_go_live_at, BRUSSELS), _("set, but not published yet")
            yield Happening(thing, _("a version is published"), moment, when_late=late)
    for model in (Page, *Record.__subclasses__()):
        things = model.objects.filter(live=True, expire_at__isnull=False)
        for thing in things.specific() if model is Page else things:
            moment, late = Moment.at(thing.expire_at, BRUSSELS), _("set, but not unpublished yet")
            yield Happening(thing, _("is unpublished"), moment, when_late=late)
