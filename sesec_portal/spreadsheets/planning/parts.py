"""The parts of an entry that have a line each: the terms of a seat, the names of a body."""

from itertools import combinations
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from sesec_portal.edtf.periods import certainly_overlap

from ..sheets import Sheet
from .cells import Cells
from .fates import Change, Fate, ToldLine
from .forms import filled_in


class PartsPlanner:
    """Finds for each line the part that it is about, and gives it what the line says."""

    def __init__(
        self,
        sheet: Sheet,
        user: User,
        rows: list[Cells],
        lines: list[ToldLine],
        thing: Any,  # noqa: ANN401  an entry of whichever register
    ) -> None:
        self.sheet, self.user, self.rows, self.lines, self.thing = sheet, user, rows, lines, thing
        self.parts = list(getattr(thing, sheet.relation).all()) if sheet.relation else []
        self.by_line = self._matched()

    def differ(self) -> bool:
        """Tell whether a line says anything that the entry does not have."""
        return any(self._differs(row) for row in self.rows)

    def fill(self) -> bool:
        """Give the parts what the lines say; return whether anything changes."""
        self._refuse_twins()
        changed = [self._fill(row, line) for row, line in zip(self.rows, self.lines, strict=True)]
        if self.sheet.needs_part and not self.parts:
            self.lines[0].refuse(_("The file has to say this of a new entry."), self.sheet.parts[0].heading)
        setattr(self.thing, self.sheet.relation, self.parts)
        if not any(line.reasons for line in self.lines):
            self._refuse_overlaps()
        return any(changed)

    def _matched(self) -> dict[int, Any]:
        """Return the parts by the numbers of their lines: those found by the most exact key first."""
        left, found = list(self.parts), {}
        for names in self.sheet.part_keys:
            key = [column for column in self.sheet.parts if column.name in names]
            for row in self.rows:
                if row.number in found or not self._says_something(row) or any(c not in row.by_column for c in key):
                    continue
                alike = [part for part in left if all(row[c] == c.written(part) for c in key)]
                # By less than all that tells parts apart, only one that is alone, and nothing by what is empty.
                is_exact = names == self.sheet.part_keys[0]
                if alike and (is_exact or (len(alike) == 1 and all(row[c] for c in key))):
                    found[row.number] = min(alike, key=lambda part: self._differing(row, part))
                    left.remove(found[row.number])
        return found

    def _says_something(self, row: Cells) -> bool:
        cells = row.about(self.sheet.parts)
        blank = self.sheet.model._meta.get_field(self.sheet.relation).related_model()
        return bool(cells) and (
            self.sheet.needs_part or any(text and text != column.written(blank) for column, text in cells.items())
        )

    def _differs(self, row: Cells) -> bool:
        if not self._says_something(row):
            return False
        part = self.by_line.get(row.number)
        return part is None or self._differing(row, part) > 0

    def _differing(self, row: Cells, part: Any) -> int:  # noqa: ANN401  a part of whichever entry
        return sum(column.written(part) != text for column, text in row.about(self.sheet.parts).items())

    def _fill(self, row: Cells, line: ToldLine) -> bool:
        if not self._differs(row):
            return False
        part = self.by_line.get(row.number)
        is_new = part is None
        if part is None:
            last = max((each.sort_order or 0 for each in self.parts), default=-1)
            part = self.sheet.model._meta.get_field(self.sheet.relation).related_model(sort_order=last + 1)
        cells = row.about(self.sheet.parts)
        before = {column: "" if is_new else column.written(part) for column in cells}
        form = filled_in(self.sheet.parts, cells, before, part, line, self._form)
        if not form:
            return False
        form.save(commit=False)
        if is_new:
            line.fate = Fate.NEW
            self.by_line[row.number] = part
            self.parts.append(part)
        after = {column: column.written(part) for column in cells}
        line.changes += [Change(c.heading, before[c], after[c]) for c in cells if before[c] != after[c]]
        return True

    def _form(self, part: Any, sent: dict[str, str]) -> Any:  # noqa: ANN401  a form of Wagtail's
        return self.sheet.part_form_class(sent, instance=part, for_user=self.user)

    def _refuse_twins(self) -> None:
        key = [column for column in self.sheet.parts if column.name in self.sheet.part_keys[0]]
        for (one, _line), (other, line) in combinations(zip(self.rows, self.lines, strict=True), 2):
            if all(one.by_column.get(column) == other.by_column.get(column) for column in key):
                numbers = f"{one.number}, {other.number}"
                line.refuse(_("Lines %(lines)s are about the same. Keep one of them.") % {"lines": numbers})

    def _refuse_overlaps(self) -> None:
        """Say what the database would say too late: it looks when everything has been written."""
        within = getattr(self.sheet.model.base_form_class, "no_overlap", {}).get(self.sheet.relation)
        if within is None:
            return
        lines = {id(part): line for line in self.lines if (part := self.by_line.get(line.number)) is not None}
        for one, other in combinations(self.parts, 2):
            line = lines.get(id(other)) or lines.get(id(one))
            same = all(getattr(one, name) == getattr(other, name) for name in within)
            if line and same and certainly_overlap(one, other):
                starts = next(column for column in self.sheet.parts if column.field.name == "starts")
                sentence = _("This overlaps another entry in the list. End that one the day before.")
                line.refuse(sentence, starts.heading, str(other.starts or ""))
