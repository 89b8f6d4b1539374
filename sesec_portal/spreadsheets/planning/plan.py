"""A file beside its register."""

from collections import defaultdict

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from ..reading.table import Table
from ..references import folded
from ..sheets import Sheet
from ..versions import Version
from .cells import Cells
from .entries import EntryPlanner
from .fates import EntryPlan, Plan, ToldLine
from .headings import placed
from .words import point_at_words


def plan(sheet: Sheet, table: Table, user: User) -> Plan:
    """Return what would become of each line of a file, without doing any of it.

    Raises Unreadable where the headings are not those of the register.
    """
    sheet = sheet.read()
    places = placed(sheet, table)
    rows = [Cells.of(line, places) for line in table.lines]
    groups: defaultdict[str, list[Cells]] = defaultdict(list)
    for row in rows:
        groups[folded(row[sheet.key_column])].append(row)
    there: defaultdict[str, list[Version]] = defaultdict(list)
    for version in sheet.versions(sheet.everything()):
        there[folded(sheet.key_column.written(version.latest))].append(version)
    planned = Plan([_entry(sheet, key, group, there[key], user) for key, group in groups.items()])
    point_at_words(planned)
    return planned


def _entry(sheet: Sheet, key: str, rows: list[Cells], found: list[Version], user: User) -> EntryPlan:
    column = sheet.key_column
    lines = [ToldLine(row.number, row[column]) for row in rows]
    refused = EntryPlan(lines)
    if not key:
        for line in lines:
            line.refuse(_("Type it: it says which entry the line is about."), column.heading)
        return refused
    if len(found) > 1:
        for line in lines:
            line.refuse(
                _("The register has several of this name. Leave the line out, and use the form."), column.heading
            )
        return refused
    if len(rows) > 1 and not sheet.relation:
        _tell_of_twins(lines)
        return refused
    return EntryPlanner(sheet, user, rows, lines, found[0] if found else None).plan()


def _tell_of_twins(lines: list[ToldLine]) -> None:
    numbers = ", ".join(str(line.number) for line in lines)
    for line in lines:
        line.refuse(_("Lines %(lines)s are about the same. Keep one of them.") % {"lines": numbers})
