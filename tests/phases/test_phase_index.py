"""The list of phases draws time honestly, gaps as gaps."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from phases.models import PhasePage
from phases.timeline import Timeline
from sesec_portal.home.starter.builders import publish_phase
from tests.reading import words


def entries(client, address="/en/phases/"):
    html = BeautifulSoup(client.get(address).content, "html.parser")
    return [words(entry) for entry in html.select("ol.phases > li")]


def test_phases_and_gaps_stand_in_the_order_of_time(client, db, on_day):
    with on_day(2026, 11, 22):
        listed = entries(client)

    beginnings = ["SESEC I ", "SESEC II ", "No phase recorded between 2012 and September 2014", "SESEC III "]
    beginnings += ["SESEC IV ", "No phase recorded between about April 2021 and September 2024", "SESEC V "]
    beginnings += ["No phase with dates recorded since October 2024"]
    assert [entry.startswith(start) for entry, start in zip(listed, beginnings, strict=True)] == [True] * 8


def test_no_gap_is_claimed_where_the_dates_may_meet(client, db):
    assert not any("June 2009 and 2009" in entry for entry in entries(client))


def test_a_running_phase_leaves_no_gap_to_today(client, phase_index, on_day):
    publish_phase(phase_index, title="SESEC VI", slug="sesec-vi", number=6, starts="2026-01", locale=phase_index.locale)

    with on_day(2026, 11, 22):
        listed = entries(client)

    assert any(entry.startswith("No phase recorded between October 2024 and January 2026") for entry in listed)
    assert not any("since" in entry for entry in listed)


def test_a_phase_to_come_says_nothing_of_the_time_until_then(client, phase_index, on_day):
    for number, starts in ((6, "2030-01"), (7, "2033-01")):
        publish_phase(phase_index, title=f"SESEC 0{number}", slug=f"sesec-0{number}", number=number, starts=starts)

    with on_day(2026, 11, 22):
        listed = entries(client)
        ends = [gap.span.end for gap in Timeline.of(PhasePage.listed(), date(2026, 11, 22)).gaps]
        today = Timeline.of(PhasePage.listed(), date(2026, 11, 22)).today

    (last,) = (entry for entry in listed if entry.startswith("No phase with dates recorded since"))
    assert last.startswith("No phase with dates recorded since October 2024")
    assert max(ends) == pytest.approx(today, abs=0.02)


def test_nor_does_its_end_hide_the_gap_until_today(client, phase_index, on_day):
    publish_phase(phase_index, title="SESEC VI", slug="sesec-vi", number=6, starts="2030-01", ends="2033-01")

    with on_day(2026, 11, 22):
        assert any(entry.startswith("No phase with dates recorded since October 2024") for entry in entries(client))


def test_nor_does_one_to_come_open_a_gap_behind_the_one_that_is_running(client, phase_index, on_day):
    for number, starts in ((6, "2026-01"), (7, "2030-01")):
        publish_phase(phase_index, title=f"SESEC 0{number}", slug=f"sesec-0{number}", number=number, starts=starts)

    with on_day(2026, 11, 22):
        assert not any("2030" in entry for entry in entries(client) if entry.startswith("No phase"))


def test_every_part_of_the_drawing_lies_inside_it(db):
    timeline = Timeline.of(list(PhasePage.objects.for_listing().by_date()), date(2026, 11, 22))

    assert 0 < timeline.today < 100
    for bar in timeline.bars:
        for span in bar.spans:
            assert 0 <= span.x <= span.x + span.width <= 100
    assert [bool(bar.spans) for bar in timeline.bars] == [True, True, True, True, False]
    assert [bool(bar.attested) for bar in timeline.bars] == [False, False, True, False, True]


def test_a_year_only_or_planned_date_fades_and_a_month_does_not(client, db, on_day):
    timeline = Timeline.of(list(PhasePage.objects.for_listing().by_date()), date(2026, 11, 22))

    fades = [[span.fade for span in bar.spans] for bar in timeline.bars]
    assert fades[:4] == [[""], ["in", "", "out"], [""], ["", "out"]]

    with on_day(2026, 11, 22):
        drawing = BeautifulSoup(client.get("/en/phases/").content, "html.parser").find(class_="timeline").svg
    drawn = [bar.get("fill") for bar in drawing.find_all("rect") if bar.get("height") == "14" and bar.parent == drawing]
    hatched = "url(#hatched)"
    assert drawn == [None, "url(#fade-in)", None, "url(#fade-out)", None, hatched, None, "url(#fade-out)", hatched]


@pytest.mark.parametrize(
    ("starts", "ends", "fades"),
    [
        ("2024-05-XX", "2025-04", [""]),
        ("2024-21", "2025-04", ["in", ""]),
        ("2024-05", "2025-XX", ["", "out"]),
        ("201X", "2022-24", ["in", "", "out"]),
    ],
)
def test_a_date_that_is_not_known_to_the_month_fades(phase_index, starts, ends, fades):
    phase = publish_phase(
        phase_index, title="SESEC VI", slug="sesec-vi", number=6, starts=starts, ends=ends, locale=phase_index.locale
    )

    timeline = Timeline.of(list(PhasePage.objects.for_listing().by_date()), date(2026, 11, 22))

    assert [span.fade for bar in timeline.bars for span in bar.spans if bar.phase == phase] == fades


def test_a_phase_of_which_only_the_end_is_known_comes_out_of_nowhere(phase_index, on_day):
    publish_phase(phase_index, title="SESEC VI", slug="sesec-vi", number=6, ends="2024-05", locale=phase_index.locale)

    timeline = Timeline.of(list(PhasePage.objects.for_listing().by_date()), date(2026, 11, 22))
    (span,) = next(bar.spans for bar in timeline.bars if bar.phase.number == 6)

    assert span.fade == "in"
    assert span.end == timeline.scale.x(date(2024, 6, 1))
