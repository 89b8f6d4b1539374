"""A folder in which views wait."""

import os

import pytest

from sesec_portal.counting.models import DailySum
from sesec_portal.counting.summing import sum_up


@pytest.fixture
def folder(settings, tmp_path):
    """Where views wait for the worker of this test."""
    settings.VIEWS_DIR = tmp_path / "views"
    settings.VIEWS_DIR.mkdir()
    return settings.VIEWS_DIR


@pytest.fixture
def wait(folder):
    """Let a file wait that nobody adds to any more: `wait("1-a.log", "1764500000 /en/")`."""

    def write(name, *lines):
        file = folder / name
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        os.utime(file, (0, 0))
        return file

    return write


@pytest.fixture
def summed():
    """Sum up what waits, and return the sums: `summed()`."""

    def sums():
        sum_up()
        return [
            (str(each.day), each.page_key or -each.document_key, each.number)
            for each in DailySum.objects.order_by("day", "page_key", "document_key")
        ]

    return sums
