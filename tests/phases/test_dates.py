"""The dates of a phase in one sentence, the same in plain words and on a page."""

import pytest
from django.utils import translation
from django.utils.html import strip_tags

from phases.dates import dates_of_phase
from sesec_portal.edtf.dates import PartialDate, parse

SENTENCES = [
    ("", "", "", "Dates not recorded", "起止日期不详"),
    ("", "2011", "", "Dates not recorded", "起止日期不详"),
    ("", "2002", "2003", "until 2003", "截至2003年"),
    ("2018-04", "", "", "from April 2018", "2018年4月起"),
    ("2018", "2021~", "", "2018, planned to end about 2021", "2018年起，计划结束时间：约2021年"),
    ("2018-04", "2021", "2022-01-31", "April 2018 to 31 January 2022", "2018年4月至2022年1月31日"),
]


@pytest.mark.parametrize(("starts", "planned_end", "ends", "english", "chinese"), SENTENCES)
def test_the_dates_of_a_phase_are_one_sentence(starts, planned_end, ends, english, chinese):
    dates = [parse(text) if text else None for text in (starts, planned_end, ends)]

    for language, sentence in {"en": english, "zh-hans": chinese}.items():
        with translation.override(language):
            assert dates_of_phase(*dates, PartialDate.spelled_out) == sentence
            assert strip_tags(dates_of_phase(*dates, PartialDate.marked_up)) == sentence


def test_on_a_page_a_machine_can_read_each_date():
    sentence = dates_of_phase(parse("2018-04~"), None, parse("2022"), PartialDate.marked_up)

    assert sentence == '<time datetime="2018-04">about April 2018</time> to <time datetime="2022">2022</time>'
