"""The columns of a spreadsheet: each is about one field, and writes and reads its cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.encoding import force_str
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from .references import Names, Reference, folded

_YES, _NO = gettext_lazy("yes"), gettext_lazy("no")


def in_every_language(words: str | Promise) -> set[str]:
    """Return words as they are compared, in each language of the portal."""
    said = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            said.add(folded(force_str(words)))
    return said


@dataclass(frozen=True, eq=False)
class SheetColumn:
    """A column about a field of an entry, or of one of its parts.

    `name` is unique in the spreadsheet; `label` and `help_text` are the field's own where none are given. `reference`:
    how its cells name what a key leads to. `names`: what has been read of it, once for a file.
    """

    field: Any
    name: str
    label: str | Promise
    help_text: str | Promise
    reference: Reference | None = None
    names: Names | None = None

    @property
    def heading(self) -> str:
        """What stands above it, in the reader's language."""
        return capfirst(force_str(self.label))

    @property
    def is_needed(self) -> bool:
        """Whether no entry can do without it."""
        return not self.field.blank and not self.field.has_default()

    @property
    def known_as(self) -> set[str]:
        """What a file may call it: its heading in any language, or its name."""
        return {folded(self.name), *in_every_language(self.label)}

    @property
    def choices(self) -> list[str]:
        """What its cells can say, in the reader's language, where that is a choice."""
        return list(self._labels.values())

    def written(self, thing: models.Model) -> str:
        """Return its cell for an entry or a part, in the reader's language."""
        value = getattr(thing, self.field.attname)
        if self.names:
            return self.names.name_of(value)
        text = "" if value is None else str(value).replace("\r\n", "\n").strip()
        return self._labels.get(text, text)

    def as_sent(self, thing: models.Model) -> str:
        """Return what the admin's form would send for what an entry or a part has now."""
        value = self.field.value_from_object(thing)
        return "" if value is None else str(value)

    def typed(self, cell: str) -> str:
        """Return what the admin's form would send for a cell. Raises ValidationError for what it cannot mean."""
        if self.names and cell:
            return str(self.names.key_of(cell))
        if not self._codes or (not cell and not isinstance(self.field, models.BooleanField)):
            return cell
        if folded(cell) not in self._codes:
            choices = "; ".join(self.choices)
            raise ValidationError(_("This is none of the choices: %(choices)s.") % {"choices": choices})
        return self._codes[folded(cell)]

    def as_written(self, cell: str) -> str:
        """Return a cell as `written` would have it, where what was typed can be understood at once."""
        try:
            typed = self.typed(cell)
        except ValidationError:
            return cell
        if self.names and cell:
            return self.names.name_of(self.field.target_field.to_python(typed))
        return self._labels.get(typed, typed)

    @cached_property
    def _labels(self) -> dict[str, str]:
        """What the reader's language calls each choice, by what the form sends for it."""
        if isinstance(self.field, models.BooleanField):
            return {"True": str(_YES), "False": str(_NO)}
        return {str(value): str(label) for value, label in self.field.flatchoices if value != ""}

    @cached_property
    def _codes(self) -> dict[str, str]:
        """What the form sends, by all that a cell can say for it."""
        if isinstance(self.field, models.BooleanField):
            yes, no = {"true", "1", "x", "√"}, {"false", "0", ""}
            said = {"True": yes | in_every_language(_YES), "False": no | in_every_language(_NO)}
        else:
            choices = [(str(value), label) for value, label in self.field.flatchoices if value != ""]
            said = {value: {folded(value), *in_every_language(label)} for value, label in choices}
        return {word: code for code, words in said.items() for word in words}


def columns_of(
    model: type[models.Model],
    *fields: str,
    prefix: str = "",
    labels: dict[str, str | Promise] | None = None,
    references: dict[str, Reference] | None = None,
) -> tuple[SheetColumn, ...]:
    """Return a column for each of these fields of a model.

    Arguments: what their names begin with where an entry has a field of that name too; labels other than the fields'
    own, by field; and how the cells of keys name what these lead to, by field.
    """

    def columns() -> Iterator[SheetColumn]:
        for name in fields:
            field: Any = model._meta.get_field(name)
            label = (labels or {}).get(name, field.verbose_name)
            yield SheetColumn(field, prefix + name, label, field.help_text, (references or {}).get(name))

    return tuple(columns())
