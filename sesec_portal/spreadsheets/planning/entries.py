"""One entry of a register, and the lines that are about it."""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..sheets import Sheet
from ..versions import Version
from .cells import Cells
from .fates import Change, EntryPlan, Fate, ToldLine
from .forms import filled_in
from .parts import PartsPlanner


class EntryPlanner:
    """Tells what would become of the lines about one entry: of the entry itself in the first, of its parts in each."""

    def __init__(
        self, sheet: Sheet, user: User, rows: list[Cells], lines: list[ToldLine], version: Version | None
    ) -> None:
        self.sheet, self.user, self.rows, self.lines, self.version = sheet, user, rows, lines, version
        self.cells = rows[0].about(sheet.columns)

    def plan(self) -> EntryPlan:
        """Return the plan for the entry."""
        self._refuse_formulas()
        self._refuse_contradictions()
        planned = EntryPlan(self.lines, self.version)
        if self._is_refused or (self.version and not self._differs(self.version.latest)):
            return planned
        self._ask_for_rights()
        if self._is_refused:
            return planned
        thing = self.version.row.get_latest_revision_as_object() if self.version else self.sheet.model()
        changes = self._fill(thing)
        parts = PartsPlanner(self.sheet, self.user, self.rows, self.lines, thing)
        changed_parts = parts.fill() if self.sheet.relation else False
        if not self._is_refused:
            self._check_as_a_whole(thing)
        self._tell(changes)
        if not self._is_refused and (not self.version or changes or changed_parts):
            planned.thing = thing
        return planned

    @property
    def _is_refused(self) -> bool:
        return any(line.reasons for line in self.lines)

    def _differs(self, latest: Any) -> bool:  # noqa: ANN401  an entry of whichever register
        if any(column.written(latest) != text for column, text in self.cells.items()):
            return True
        return bool(self.sheet.relation) and PartsPlanner(self.sheet, self.user, self.rows, self.lines, latest).differ()

    def _refuse_formulas(self) -> None:
        for row, line in zip(self.rows, self.lines, strict=True):
            for column in row.formulas:
                line.refuse(_("The cell holds a formula. Put its value in its place."), column.heading, row[column])

    def _refuse_contradictions(self) -> None:
        first = self.rows[0]
        for row, line in zip(self.rows[1:], self.lines[1:], strict=True):
            for column, text in row.about(self.sheet.columns).items():
                if text != first[column]:
                    said = {"line": first.number, "text": first[column]}
                    line.refuse(
                        _("Line %(line)s is about the same entry, and says “%(text)s”. Say the same in both.") % said,
                        column.heading,
                        text,
                    )

    def _ask_for_rights(self) -> None:
        if not self.version:
            if not self.sheet.may_add(self.user):
                self.lines[0].refuse(_("You may not add entries to this register. Leave the line out."))
            return
        row = self.version.row
        lock = row.get_lock()
        if not self.sheet.may_change(self.user, row):
            self.lines[0].refuse(_("You may not change this entry. Leave the line out."))
        elif row.workflow_in_progress:
            self.lines[0].refuse(_("The entry awaits approval. Wait for it, or have its review cancelled."))
        elif lock and lock.for_user(self.user):
            self.lines[0].refuse(_("The entry is locked. Have it unlocked, or leave the line out."))

    def _fill(self, thing: Any) -> list[Change]:  # noqa: ANN401  as above
        """Give the entry what the file says of it; return what changes."""
        before = {column: column.written(thing) if self.version else "" for column in self.cells}
        form = filled_in(self.sheet.columns, self.cells, before, thing, self.lines[0], self._form)
        if form:
            form.save(commit=False)
        after = {column: column.written(thing) for column in self.cells}
        return [Change(c.heading, before[c], after[c]) for c in self.cells if before[c] != after[c]]

    def _form(self, thing: Any, sent: dict[str, str]) -> Any:  # noqa: ANN401  as above
        return self.sheet.form_of(thing, sent, self.user)

    def _check_as_a_whole(self, thing: Any) -> None:  # noqa: ANN401  as above
        """Refuse what the form does not look at: an entry can break a rule in a field that is no column."""
        if not self.version:
            return
        try:
            thing.full_clean()
        except ValidationError as refusal:
            for name, sentences in refusal.message_dict.items():
                heading = {column.field.name: column.heading for column in self.sheet.columns}.get(name, "")
                self.lines[0].refuse(" ".join(sentences), heading)

    def _tell(self, changes: list[Change]) -> None:
        self.lines[0].changes[:0] = changes
        for line in self.lines:
            if line.fate == Fate.REFUSED:
                continue
            if not self.version:
                line.fate = Fate.NEW
            elif line.changes and line.fate != Fate.NEW:
                line.fate = Fate.CHANGED
            line.keeps_draft = bool(self.version and self.version.row.has_unpublished_changes)
