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
    ],
)
def test_a_date_knows_the_first_and_the_last_day_it_can_mean(text, earliest, latest):
    assert (parse(text).earliest, parse(text).latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "banana",
        "2019-02-30~",
        "2021-4",
        "2018-13",
        "2021-02-30",
        "12/04/2018",
        "April 2021",
        "2009/2012",
        "201X",
        "2018-21",
        "0044",
        "-44",
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_that_says_what_to_type(text):
    with pytest.raises(ValueError, match="2018-04-12"):
        parse(text)


def test_dates_of_different_precision_agree_where_both_can_be_true():
    assert not differ([parse("2009"), parse("2009-06"), None])
    assert differ([parse("2006-05"), parse("2006-07")])
    assert not differ([])
