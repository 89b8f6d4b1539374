"""What goes out can come back in, and says nothing new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesec_portal.core.open_data import as_it_was, harmless
from tests.sheets import lines_of, taken, upload

SHEETS = ["people", "seats", "bodies", "terms"]


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.usefixtures("sample")
def test_a_register_comes_back_unchanged(client, log_in, sheet, file_format):
    log_in("Publishers")

    answer = upload(client, sheet, taken(client, sheet, file_format), f"{sheet}.{file_format}")

    told = answer.context["plan"].lines
    assert told
    assert not [(line.number, line.changes, line.reasons) for line in told if line.fate != "unchanged"]
    assert len(lines_of(answer)) == len(told)
    assert "There is nothing to import" in answer.content.decode()


@given(st.text(alphabet="'=+-@;\t\n a＝", max_size=12))
def test_what_was_made_harmless_becomes_what_it_was(text):
    assert as_it_was(harmless(text)) == text
    assert not harmless(text).lstrip().startswith(tuple("=+-@＝"))
