"""How the comparison of two versions reads lists of entries, as terms of office or roles of partners."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db.models import Model
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.compare import ChildRelationComparison, ChoiceFieldComparison

from .fields import ChoiceInWords
from .listing import entry_in_list, labelled, listed_changes
from .sequences import Step, steps

_MARKS = {"addition": "<ins>{}</ins>", "deletion": "<del>{}</del>", "": "{}"}


class Rows(ChildRelationComparison):
    """A list of entries: those that were changed, added, taken out or moved, each with all that it says."""

    is_field = True

    def __init__(self, field: Any, comparisons: Iterable[Any], *versions: Model, label: str = "") -> None:  # noqa: ANN401
        super().__init__(field, in_words(comparisons), *versions, label=label)

    def has_changed(self) -> bool:
        """Tell whether anything in the list is another, or at another place."""
        return any(self._is_changed(step) for step in self._steps())

    def htmldiff(self) -> SafeString:
        """Return the entries that changed, and how many did not."""
        return listed_changes(self._told(step) if self._is_changed(step) else None for step in self._steps())

    def _steps(self) -> list[Step[Model]]:
        former, latter = list(self.val_a.all()), list(self.val_b.all())
        _forwards, backwards, _added, _deleted = self.get_mapping(former, latter)
        names = [str(backwards[place]) if place in backwards else f"new {place}" for place in range(len(latter))]
        return steps({str(place): entry for place, entry in enumerate(former)}, dict(zip(names, latter, strict=True)))

    def _is_changed(self, step: Step[Model]) -> bool:
        return bool(step.change) or step.is_moved or self.get_child_comparison(step.former, step.latter).has_changed()

    def _told(self, step: Step[Model]) -> SafeString:
        fields = self.get_child_comparison(step.former, step.latter).get_field_comparisons()
        told = [(field.field_label(), field.htmldiff()) for field in fields]
        mark = _MARKS[step.change]
        html = labelled((label, format_html(mark, value) if value else value) for label, value in told)
        return entry_in_list(step.change, "", html, is_moved=step.is_moved)


def in_words(comparisons: Iterable[Any]) -> list[Any]:
    """Return comparisons that Wagtail chose for panels, with the portal's for what no registry takes."""
    own = {ChildRelationComparison: Rows, ChoiceFieldComparison: ChoiceInWords}
    return [partial(own.get(one.func, one.func), *one.args, **one.keywords) for one in comparisons]
