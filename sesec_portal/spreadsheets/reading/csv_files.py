"""Comma-separated values: RFC 4180, in UTF-8; semicolons and tabs as the spreadsheets of many countries write them."""

import csv
import io

from django.utils.translation import gettext as _

from sesec_portal.core.open_data import as_it_was

from .table import MOST_LINES, Line, Unreadable


def read_csv(content: bytes) -> list[Line]:
    """Return the lines that have something in them. Raises Unreadable for what is no CSV file in UTF-8."""
    text = _decoded(content)
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines, number = [], 1
    try:
        for row in rows:
            cells = [as_it_was(cell.replace("\r\n", "\n").strip()) for cell in row]
            if any(cells):
                lines.append(Line(number, cells))
            if len(lines) > MOST_LINES + 1:
                break
            number = rows.line_num + 1
    except csv.Error as fault:
        raise Unreadable(
            _("Line %(line)s cannot be read. Look for a quotation mark that is not closed, or is not doubled.")
            % {"line": number}
        ) from fault
    return lines


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Unreadable(
            _(
                "The file is not in UTF-8, so its letters could be taken for others. In Excel choose “CSV UTF-8” or "
                "XLSX under Save as; in WPS choose XLSX."
            )
        ) from fault
    if "\0" in text:
        raise Unreadable(_("This is neither a CSV file nor an XLSX workbook. Save it as one of these."))
    return text
