"""What a source says of a time counts: in the list, the drawing, the status, the gaps and the register as of a day."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from phases.models import Activity, PhasePage, Statement
from tests.reading import words


def read(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def entries(client, address="/en/phases/"):
    return [words(entry) for entry in read(client, address).select("ol.phases > li")]


@pytest.fixture
def fifth(db):
    return PhasePage.objects.get(number=5, locale__language_code="en")


def test_a_phase_without_dates_is_listed_for_the_time_that_a_source_attests(client, db):
    phase = next(entry for entry in entries(client, "/en/phases/as-of/2024-09-15/") if entry.startswith("SESEC V"))

    assert "attested September 2024" in phase
    assert "October" not in phase
    assert not any("since" in entry for entry in entries(client, "/en/phases/as-of/2024-09-15/"))


def test_afterwards_it_says_until_when(client, db, on_day):
    with on_day(2026, 11, 22):
        phase = next(entry for entry in entries(client) if entry.startswith("SESEC V"))
        chinese = next(entry for entry in entries(client, "/zh-hans/phases/") if entry.startswith("SESEC V"))
        front = words(read(client, "/en/").find(class_="facts--standing"))

        page, page_in_chinese = read(client, "/en/phases/sesec-v/"), read(client, "/zh-hans/phases/sesec-v/")

    assert "Dates not recorded, attested September 2024 to October 2024" in phase
    assert "起止日期不详，2024年9月至2024年10月有活动记录" in chinese.replace(" ", "")
    assert page.find(class_="status").get_text() == "last attested October 2024"
    assert page_in_chinese.find(class_="status").get_text() == "最后活动记录：2024年10月"
    assert "SESEC V Dates not recorded, attested September 2024 to October 2024" in front


def test_before_it_nobody_knew_of_it(client, db):
    assert not any("SESEC V " in entry for entry in entries(client, "/en/phases/as-of/2024-08-31/"))


def test_on_a_day_that_a_source_attests_it_is_the_phase_of_that_day(client, db, on_day):
    with on_day(2024, 9, 15):
        front = read(client, "/en/").find(class_="facts--standing")

    assert front.find("dt", string="Phase now").find_next("dd").a.get_text() == "SESEC V"
    committee = read(client, "/en/steering-committee/as-of/2024-09-15/").find(class_="facts")
    assert committee.find("dt", string="Phase on that day").find_next("dd").a.get_text() == "SESEC V"


def test_what_a_source_attests_after_the_end_leaves_no_gap_and_disagrees_with_the_end(client, db):
    assert not any("December 2017 and April 2018" in entry for entry in entries(client))

    box = words(read(client, "/en/phases/sesec-iii/").find(class_="disagreement", string=None).parent)
    assert "on the end December 2017 [" in box
    assert "January 2018 to March 2018 [" in box


def test_the_overdue_phase_says_to_when_it_is_attested(client, db, on_day):
    fourth = PhasePage.objects.get(number=4, locale__language_code="en")
    Statement.objects.create(phase=fourth, fact="active", date="2022-03", source="A newsletter")

    with on_day(2026, 11, 22):
        phase = next(entry for entry in entries(client) if entry.startswith("SESEC IV"))

    assert "planned end passed, end not recorded, last attested March 2022" in phase


def test_activity_that_names_no_phase_stands_in_the_gap_it_falls_into(client, db, on_day):
    with on_day(2026, 11, 22):
        gaps = [entry for entry in entries(client) if entry.startswith("No phase")]
        html = read(client, "/en/phases/")

    assert "2021 to 2024 : Posts on the project’s site" in gaps[1]
    assert "5 February 2026 : EU-China Standardization Roundtable" in gaps[2]
    assert len(html.select('.timeline > svg > rect[height="6"]')) == 3


@pytest.mark.parametrize("day", ["2016", "2023", "2025-12"])
def test_nothing_learnt_of_a_later_day_shows_in_an_earlier_register(client, db, day):
    text = words(read(client, f"/en/phases/as-of/{day}/").find(class_="page__text"))

    assert "2026" not in text.replace("30 September 2026", "")
    if day == "2016":
        assert "from September 2014" in text
        assert not any(year in text for year in ("2017", "2018", "2021", "2024"))


def test_only_activity_lasts_until_a_date(fifth):
    with pytest.raises(ValidationError, match="Only activity lasts") as refused:
        Statement(phase=fifth, fact="starts", date="2024-09", until="2024-10").full_clean()
    assert "until" in refused.value.message_dict

    with pytest.raises(ValidationError, match="lies before the date"):
        Statement(phase=fifth, fact="active", date="2024-09", until="2024-08").full_clean()
    with pytest.raises(ValidationError, match="lies before the date"):
        Activity(page=fifth.get_parent().specific, what="A talk", date="2024-09", until="2024-08").full_clean()


def test_the_open_data_have_it_too(client, db):
    phases = client.get("/en/phases/phases.csv").content.decode("utf-8-sig").splitlines()
    activities = client.get("/en/phases/activities.csv").content.decode("utf-8-sig")

    names, fifth = phases[0].split(","), next(row for row in phases if row.startswith("5,"))
    row = dict(zip(names, fifth.split(","), strict=True))
    assert (row["status"], row["attested_from"], row["attested_until"]) == ("undated", "2024-09", "2024-10")
    assert "2026-02-05" in activities
    assert "Roundtable" in activities


def test_activity_is_found_by_the_search(client, db):
    assert "/en/phases/" in client.get("/en/search/?q=roundtable+reception").content.decode()


def test_the_expert_cites_who_says_since_when_and_to_when(client, db):
    notes = words(read(client, "/en/who-is-sesec/").select_one(".notes"))

    assert "Austrian Standards" in notes
    assert "Interview in Chinese" in notes
