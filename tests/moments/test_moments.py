"""What was announced is kept, with the instant that it means."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from sesec_portal.moments.moment import Moment, parse
from sesec_portal.moments.words import in_words
from sesec_portal.moments.zones import OFFERED

BEIJING, BRUSSELS = "Asia/Shanghai", "Europe/Brussels"


def at(day, hour=None, zone=BEIJING):
    return Moment.of(date.fromisoformat(day), time.fromisoformat(hour) if hour else None, zone)


@pytest.mark.parametrize(
    ("moment", "ends"),
    [
        (at("2026-07-01"), datetime(2026, 7, 1, 16, tzinfo=UTC)),
        (at("2026-12-01"), datetime(2026, 12, 1, 16, tzinfo=UTC)),
        (at("2026-07-01", "17:00"), datetime(2026, 7, 1, 9, tzinfo=UTC)),
        (at("2026-07-01", zone=BRUSSELS), datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (at("2026-03-29", zone=BRUSSELS), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (at("2026-10-25", zone=BRUSSELS), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_midnight_of_the_zone_in_which_it_was_announced(moment, ends):
    assert moment.ends == ends


@pytest.mark.parametrize(
    ("moment", "is_end", "english", "chinese"),
    [
        (
            at("2026-07-01"),
            True,
            "1 July 2026, 24:00 Beijing time (18:00 Brussels time)",
            "北京时间2026年7月1日24:00（布鲁塞尔时间18:00）",
        ),
        (
            at("2026-12-01"),
            True,
            "1 December 2026, 24:00 Beijing time (17:00 Brussels time)",
            "北京时间2026年12月1日24:00（布鲁塞尔时间17:00）",
        ),
        (at("2026-12-01"), False, "1 December 2026", "2026年12月1日"),
        (
            at("2026-07-01", "23:00", BRUSSELS),
            False,
            "1 July 2026, 23:00 Brussels time (2 July 2026, 05:00 Beijing time)",
            "布鲁塞尔时间2026年7月1日23:00（北京时间2026年7月2日05:00）",
        ),
        (
            at("2026-07-01", "12:00", "UTC"),
            False,
            "1 July 2026, 12:00 UTC (14:00 Brussels time; 20:00 Beijing time)",
            "UTC2026年7月1日12:00（布鲁塞尔时间14:00；北京时间20:00）",
        ),
        (
            at("2026-10-25", "02:30", BRUSSELS),
            False,
            "25 October 2026, 02:30 Brussels time, UTC+02:00 (08:30 Beijing time)",
            "布鲁塞尔时间（UTC+02:00）2026年10月25日02:30（北京时间08:30）",
        ),
    ],
)
def test_a_moment_is_printed_as_announced_and_then_for_readers_elsewhere(moment, is_end, english, chinese):
    assert in_words(moment, is_end=is_end) == english
    with translation.override("zh-hans"):
        assert in_words(moment, is_end=is_end) == chinese


def test_of_a_time_that_the_clocks_show_twice_the_first_is_taken_and_the_second_can_be_kept():
    first = at("2026-10-25", "02:30", BRUSSELS)
    second = parse("2026-10-25T02:30+01:00[Europe/Brussels]")

    assert str(first) == "2026-10-25T02:30+02:00[Europe/Brussels]"
    assert (second.starts - first.starts).total_seconds() == 3600


@pytest.mark.parametrize(
    ("day", "hour", "zone", "sentence"),
    [
        ("2026-03-29", "02:30", BRUSSELS, "The clocks of Europe/Brussels leave out 02:30 on that day"),
        ("2026-03-29", "12:00", "Europe/Brusels", "There is no time zone “Europe/Brusels”"),
        ("1870-03-29", "12:00", BRUSSELS, "Type a year from 1950 to 2099."),
    ],
)
def test_what_no_clock_shows_is_refused_in_a_sentence(day, hour, zone, sentence):
    with pytest.raises(ValueError, match=sentence):
        at(day, hour, zone)


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    st.none() | st.times().map(lambda found: found.replace(second=0, microsecond=0)),
    st.sampled_from(OFFERED),
)
def test_every_moment_is_read_back_from_its_text(day, hour, zone):
    try:
        moment = Moment.of(day, hour, zone)
    except ValueError:
        return
    assert parse(str(moment)) == moment
    assert moment.starts <= moment.ends <= moment.day_over


@pytest.mark.parametrize("text", ["", "2026-11-24", "2026-11-24T17:00[Asia/Shanghai]", "2026-13-01[Asia/Shanghai]"])
def test_other_texts_are_no_moments(text):
    with pytest.raises(ValueError):  # noqa: PT011  the sentence is the form's
        parse(text)
