"""What is reviewed, and by when: pages in the first language, and entries of registers."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.db.models import CharField, QuerySet, Value
from wagtail.models import get_page_models

from sesec_portal.core.pages import BasePage
from sesec_portal.core.records import Record
from sesec_portal.core.reviewed import Reviewed

# Where the day on which something is due stands, beside its fields.
DUE = "due_on"


def kinds() -> list[type[Reviewed]]:
    """Return the models of what is reviewed."""
    return [*(model for model in get_page_models() if issubclass(model, BasePage)), *Record.__subclasses__()]


def published(model: type[Reviewed]) -> QuerySet:
    """Return what is reviewed of a kind, each with the day by which it is due, `due_on`: what readers see.

    A translation is as true as its original.
    """
    manager: Any = model._default_manager
    things = manager.filter(live=True).annotate(**{DUE: model.review_due()})
    return things.originals() if issubclass(model, BasePage) else things


def due_by(day: date) -> Iterator[tuple[Reviewed, date]]:
    """Yield what is to be reviewed by a day, with its own day, the earliest first; asks once for all kinds."""
    for thing, due in _in_order(lambda model: published(model).filter(**{f"{DUE}__lte": day})):
        if due:
            yield thing, due


def everything() -> Iterator[tuple[Reviewed, date | None]]:
    """Yield all that is reviewed, with the day by which it is due, the earliest first."""
    return _in_order(published)


def _in_order(chosen: Callable[[type[Reviewed]], QuerySet]) -> Iterator[tuple[Reviewed, date | None]]:
    named = {model._meta.label: model for model in kinds()}
    parts = [
        chosen(model).order_by().values_list(Value(label, output_field=CharField()), "pk", DUE)
        for label, model in named.items()
    ]
    rows = list(parts[0].union(*parts[1:], all=True))
    keys: defaultdict[str, list[object]] = defaultdict(list)
    for label, pk, _due in rows:
        keys[label].append(pk)
    things = {
        (label, thing.pk): thing
        for label, pks in keys.items()
        for thing in named[label]._default_manager.filter(pk__in=pks).select_related("owner")  # type: ignore[misc]
    }
    rows.sort(key=lambda row: (row[2] or date.max, row[0], row[1]))
    return ((things[label, pk], due) for label, pk, due in rows)
