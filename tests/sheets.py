"""Spreadsheets as somebody would send them, and what the admin answers."""

import csv
import io

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from tests.reading import words


def as_csv(*rows, delimiter=","):
    """Return rows of cells as a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def as_xlsx(*rows, prepare=lambda sheet: None):
    """Return rows of values as a workbook. `prepare`: is given the sheet before it is saved."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    prepare(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def upload(client, sheet, content, name="list.csv"):
    """Send a file; return the answer: the dry run, or the form again."""
    sent = {"file": SimpleUploadedFile(name, content)}
    return client.post(reverse("spreadsheets:upload", args=[sheet]), sent, follow=True)


def confirm(client, answer, way="draft", **changed):
    """Press a button of a dry run; return the answer."""
    return client.post(
        answer.request["PATH_INFO"], {"seen": answer.context["plan"].digest, "way": way} | changed, follow=True
    )


def bring_in(client, sheet, content, way="draft"):
    """Send a file and press a button of the dry run."""
    return confirm(client, upload(client, sheet, content), way)


def lines_of(answer):
    """Return the words of each line of a dry run, by its number."""
    rows = BeautifulSoup(answer.content, "html.parser").select(".sheet-table tbody tr")
    return {int(row.th.text): " ".join(words(cell) for cell in row.find_all("td")).strip() for row in rows}


def words_of(answer):
    """Return the words of the main part of an answer."""
    return words(BeautifulSoup(answer.content, "html.parser").main)


def errors_of(answer):
    """Return what is said beside the form's field."""
    return words(BeautifulSoup(answer.content, "html.parser").select_one(".w-field__errors"))


def taken(client, sheet, file_format="csv"):
    """Return the file of a register."""
    return client.get(reverse("spreadsheets:register", args=[sheet, file_format])).content
