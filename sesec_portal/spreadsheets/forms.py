"""The form that takes a spreadsheet."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from .reading.files import read
from .reading.table import MOST_BYTES


class SheetFileForm(forms.Form):
    """Takes a file that can be read."""

    file = forms.FileField(
        label=_("Spreadsheet"),
        help_text=_("A CSV file in UTF-8, or an XLSX workbook: its first sheet is read. At most 500 lines, and 2 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_file(self) -> UploadedFile:
        """Return the file, with its `.table`. Raises ValidationError, saying what to do, where it cannot be read."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise ValidationError(
                _("The file is larger than %(most)s MB. Divide it, and import one part after the other."),
                params={"most": MOST_BYTES // 1024 // 1024},
            )
        self.content = file.read()
        self.table = read(self.content)
        return file
