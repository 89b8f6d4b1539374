"""The instants at which pages begin to say something else: a deadline passes, an event begins, a day ends somewhere."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db import models

from .zones import READERS

# As far ahead as anybody asks; and of what comes sooner, the first.
HORIZON = timedelta(days=2)
_MOST = 1000


def coming(after: datetime) -> list[datetime]:
    """Return the boundaries within HORIZON after a moment, in order: one query for each MomentField of the portal.

    They are the instants of all moments on record, and the midnights of the zones in which those of yesterday and
    later were announced, since words such as “in 5 days” count the days there.
    """
    until, found, zones = after + HORIZON, set(), set(READERS)
    since = after - timedelta(days=1)
    for model, field in moment_fields():
        ahead = model._base_manager.filter(**{f"{field.instant_field}__gt": since}).order_by(field.instant_field)
        for text, instant in ahead.values_list(field.attname, field.instant_field)[:_MOST]:
            zones.add(text.zone)
            found.add(instant)
    found.update(midnight for name in zones for midnight in _midnights(name, after, until))
    return sorted(instant for instant in found if after < instant <= until)


def moment_fields() -> Iterator[tuple[type[models.Model], Any]]:
    """Yield every MomentField of the portal with its model.

    They are known by what they have: the page cache is loaded before the models, and with it this module.
    """
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if hasattr(field, "instant_field"):
                yield model, field


def _midnights(name: str, after: datetime, until: datetime) -> Iterator[datetime]:
    day = after.astimezone(ZoneInfo(name)).date()
    while (midnight := datetime.combine(day, time.min, ZoneInfo(name)).astimezone(UTC)) <= until:
        yield midnight
        day += timedelta(days=1)
