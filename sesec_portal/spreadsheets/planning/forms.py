"""Cells as what the admin's forms send, and what the forms say to them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError

from ..columns import SheetColumn
from .fates import ToldLine


def filled_in(
    columns: Iterable[SheetColumn],
    cells: Mapping[SheetColumn, str],
    before: Mapping[SheetColumn, str],
    thing: Any,  # noqa: ANN401  an entry or a part of one
    line: ToldLine,
    form_of: Callable[[Any, dict[str, str]], Any],
) -> Any:  # noqa: ANN401  a form of Wagtail's
    """Return the form of an entry or a part with what its cells say, or None where the line is refused for it.

    A cell that says what stands there already sends what stands there: it may be a name that nobody could choose now.
    """
    columns, sent, misread = list(columns), {}, set()
    for column in columns:
        name = column.field.name
        sent[name] = column.as_sent(thing)
        if column in cells and cells[column] != before.get(column, ""):
            try:
                sent[name] = column.typed(cells[column])
            except ValidationError as refusal:
                line.refuse(refusal.messages[0], column.heading, cells[column])
                misread.add(name)
    form = form_of(thing, sent)
    if form.is_valid() and not misread:
        return form
    by_field = {column.field.name: column for column in columns}
    for name, sentences in form.errors.items():
        about = by_field.get(name)
        if about is None:
            line.refuse(" ".join(sentences))
        elif name not in misread:
            line.refuse(" ".join(sentences), about.heading, cells.get(about, ""))
    return None
