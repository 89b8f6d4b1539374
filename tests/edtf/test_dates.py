"""Dates are as exact as their source: typed in EDTF, printed in words, bounded by days."""

from datetime import date

import pytest
from django.utils.translation import override

from sesec_portal.edtf.dates import differ, parse


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("2006-05", "May 2006", "2006年5月"),
        ("2009", "2009", "2009年"),
        ("2018-04-12", "12 April 2018", "2018年4月12日"),
        ("2021-04~", "about April 2021", "约2021年4月"),
        ("2021-04?", "possibly April 2021", "可能为2021年4月"),
        ("2021%", "possibly about 2021", None),
        ("2021-21", "spring 2021", "2021年春季"),
        ("2021-22~", "about summer 2021", "约2021年夏季"),
        ("2021-23?", "possibly autumn 2021", "可能为2021年秋季"),
        ("2020-24%", "possibly about winter 2020/2021", "可能约为2020/2021年冬季"),
        ("201X", "the 2010s", "2010年代"),
        ("199X~", "about the 1990s", "约1990年代"),
        ("200X", "some time in 2000–2009", "2000年至2009年间"),
        ("20XX?", "possibly some time in 2000–2099", "可能为2000年至2099年间"),
        ("2018-XX", "2018 (month not recorded)", "2018年（具体月份无记录）"),
        ("2018-04-XX~", "about April 2018 (day not recorded)", "约2018年4月（具体日期无记录）"),
        ("2018-XX-XX", "2018 (day not recorded)", "2018年（具体日期无记录）"),
    ],
)
def test_a_date_is_printed_with_the_precision_it_has_in_the_readers_language(text, english, chinese):
    with override("en"):
        assert parse(text).spelled_out() == english
    if chinese:
        with override("zh-hans"):
            assert parse(text).spelled_out() == chinese


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2009", date(2009, 1, 1), date(2009, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2018-04-12", date(2018, 4, 12), date(2018, 4, 12)),
        ("2021-04~", date(2021, 4, 1), date(2021, 4, 30)),
        ("2021-21", date(2021, 3, 1), date(2021, 5, 31)),
        ("2021-22?", date(2021, 6, 1), date(2021, 8, 31)),
        ("2021-23", date(2021, 9, 1), date(2021, 11, 30)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("20XX~", date(2000, 1, 1), date(2099, 12, 31)),
        ("2018-XX", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-XX-XX", date(2018, 1, 1), date(2018, 12, 31)),
        ("2019-02-XX", date(2019, 2, 1), date(2019, 2, 28)),
        ("2020-02-XX%", date(2020, 2, 1), date(2020, 2, 29)),
    ],
)
def test_a_date_knows_the_first_and_the_last_day_it_can_mean(text, earliest, latest):
    assert (parse(text).earliest, parse(text).latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "latest"),
    [("2022-24", date(2023, 2, 28)), ("2023-24", date(2024, 2, 29)), ("2999-24~", date(3000, 2, 28))],
)
def test_winter_is_the_last_season_of_its_year_and_ends_in_the_next(text, latest):
    winter = parse(text)

    assert (winter.earliest, winter.latest) == (date(latest.year - 1, 12, 1), latest)
    assert parse(f"{latest.year - 1}-23").latest < winter.earliest


@pytest.mark.parametrize(
    ("text", "precision", "plain"),
    [
        ("2018-04-12~", "day", "2018-04-12"),
        ("2018-04?", "month", "2018-04"),
        ("2018-04-XX", "month", "2018-04"),
        ("2018-21", "season", None),
        ("2018%", "year", "2018"),
        ("2018-XX~", "year", "2018"),
        ("2018-XX-XX", "year", "2018"),
        ("201X?", "decade", None),
        ("20XX", "century", None),
    ],
)
def test_a_date_gives_machines_what_is_known_of_it_or_nothing(text, precision, plain):
    assert (parse(text).precision, parse(text).plain) == (precision, plain)


@pytest.mark.parametrize(
    "text",
    [
        "banana",
        "2021-4",
        "2018-13",
        "12/04/2018",
        "April 2021",
        "2009/2012",
        "2018/2019",
        "2018/..",
        "../2018",
        "2018/",
        "Y12018",
        "2018-20",
        "2018-25",
        "2018-2X",
        "2XXX",
        "XXXX",
        "201x",
        "201X-04",
        "201X-21",
        "2018-1X",
        "2018-04-1X",
        "2018-XX-12",
        "2018?-04",
        "~2018",
        "2018~?",
        "2018\n",
        "２０１８",
        "0044",
        "-44",
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_that_says_what_to_type(text):
    with pytest.raises(ValueError, match="2018-04-12"):
        parse(text)


@pytest.mark.parametrize("text", ["2019-02-30~", "2021-02-30", "2018-21-01", "2018-04-31?"])
def test_a_day_that_does_not_exist_is_refused_as_such(text):
    with pytest.raises(ValueError, match="no such day"):
        parse(text)


def test_dates_of_different_precision_agree_where_both_can_be_true():
    assert not differ([parse("2009"), parse("2009-06"), None])
    assert differ([parse("2006-05"), parse("2006-07")])
    assert not differ([])
    assert not differ([parse("2021-21"), parse("2021-05"), parse("202X"), parse("2021-XX")])
    assert differ([parse("2021-21"), parse("2021-06")])
    assert not differ([parse("2020-24"), parse("2021-02-28")])
    assert differ([parse("2020-24"), parse("2021-03")])
    assert differ([parse("201X"), parse("2020")])
