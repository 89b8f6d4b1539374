"""The first line of a file: which of its columns is which."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from ..columns import SheetColumn
from ..reading.table import Table, Unreadable
from ..references import folded
from ..sheets import Sheet


def placed(sheet: Sheet, table: Table) -> dict[SheetColumn, int]:
    """Return the place of each column of the sheet that the file has.

    Raises Unreadable, with a sentence for each heading that is unknown, missing, doubled or empty above what is there.
    """
    known = {name: column for column in sheet.all_columns for name in column.known_as}
    places: dict[SheetColumn, int] = {}
    problems = []
    for place in range(max(len(line.cells) for line in (table.headings, *table.lines))):
        heading = table.headings.cell(place)
        column = known.get(folded(heading))
        said = {"heading": heading, "column": letters(place)}
        if not heading:
            if any(line.cell(place) for line in table.lines):
                problems.append(_("Column %(column)s has no heading. Give it one, or delete it.") % said)
        elif not column:
            problems.append(_("“%(heading)s” (column %(column)s) is no column of this register.") % said)
        elif column in places:
            said["other"] = letters(places[column])
            problems.append(_("Columns %(other)s and %(column)s are both “%(heading)s”. Keep one of them.") % said)
        else:
            places[column] = place
    problems += [_("The column “%(heading)s” is missing.") % {"heading": name} for name in _missing(sheet, places)]
    if problems:
        headings = get_text_list([f"“{column.heading}”" for column in sheet.all_columns], _("and"))
        first = _("Line %(line)s of the file has to name its columns. This register has %(headings)s.")
        raise Unreadable([*problems, first % {"line": table.headings.number, "headings": headings}])
    return places


def _missing(sheet: Sheet, places: dict[SheetColumn, int]) -> list[str]:
    """Return the headings without which no line can find what it is about."""
    needed = {sheet.key}
    if any(column in places for column in sheet.parts):
        needed.update(sheet.part_keys[0])
    return [column.heading for column in sheet.all_columns if column.name in needed and column not in places]


def letters(place: int) -> str:
    """Return the letters that spreadsheets give to a column: A for the first, AA for the 27th."""
    rest, last = divmod(place, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)
