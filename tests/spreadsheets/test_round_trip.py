"""What goes out can come back in, and says nothing new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.users.models import UserProfile

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


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.usefixtures("sample")
def test_what_was_taken_along_in_chinese_comes_back_to_who_reads_english(client, log_in, sheet):
    user = log_in("Publishers")
    profile, _ = UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "zh-hans"})
    content = taken(client, sheet)
    profile.preferred_language = "en"
    profile.save()

    answer = upload(client, sheet, content)

    assert content.decode("utf-8-sig")[0] > "一"
    assert {line.fate.value for line in answer.context["plan"].lines} == {"unchanged"}


@given(st.text(alphabet="'=+-@;\t\n a＝", max_size=12))
def test_what_was_made_harmless_becomes_what_it_was(text):
    assert as_it_was(harmless(text)) == text
    assert not harmless(text).lstrip().startswith(tuple("=+-@＝"))
