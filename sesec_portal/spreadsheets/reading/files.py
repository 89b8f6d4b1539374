"""Which kind of file it is, told by its content."""

from django.utils.translation import gettext as _

from .csv_files import read_csv
from .table import MOST_BYTES, Table, Unreadable, table_of
from .workbooks import read_workbook

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read(content: bytes) -> Table:
    """Return what a CSV file or an XLSX workbook holds. Raises Unreadable, saying what to do, for anything else."""
    if len(content) > MOST_BYTES:
        raise Unreadable(
            _("The file is larger than %(most)s MB. Divide it, and import one part after the other.")
            % {"most": MOST_BYTES // 1024 // 1024}
        )
    if content.startswith(_OLD_OFFICE):
        raise Unreadable(_("This is a workbook of the former kind (.xls), or a locked one. Save it as XLSX or CSV."))
    return table_of(read_workbook(content) if content.startswith(_ZIP) else read_csv(content))
