"""How an app brings what its pages say of moments: by their MomentFields."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from .entries import Happening


def between(
    things: QuerySet, words: Mapping[str, Promise | str], since: datetime, until: datetime | None
) -> Iterator[Happening]:
    """Yield what happens to things from an instant on, and before another one if there is one; in one query.

    Arguments: the things, and by the name of each MomentField what happens at its moment.
    """
    fields = [things.model._meta.get_field(name) for name in words]
    asked = [
        Q((f"{field.instant_field}__gte", since), *([(f"{field.instant_field}__lt", until)] if until else []))
        for field in fields
    ]
    for thing in things.filter(reduce(or_, asked)):
        for field in fields:
            instant = getattr(thing, field.instant_field)
            if instant and since <= instant and (not until or instant < until):
                moment = getattr(thing, field.attname)
                yield Happening(thing, words[field.name], moment, is_end=field.of_day == "ends")
