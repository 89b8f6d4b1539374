"""What holds of the numbers of all families."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from sesec_portal.edtf.clock import as_of
from standards.numbers.number import Family, MalformedNumber
from standards.numbers.recognition import FORMS, recognise
from tests.standards.numbers.reading import read, refused

# Late enough for every year that a pattern takes.
FAR = date(2100, 1, 1)
LIKE_NUMBERS = st.text("GBTZDQSNEIOC13205/ .-—:()＋／\u00adaepr", max_size=24)


def once(typed):
    """Return the number that a text is, or how it is refused."""
    try:
        return recognise(typed, FAR)
    except MalformedNumber as refusal:
        return refusal


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.family}-{FORMS.index(form)}")
@settings(max_examples=30)
@given(data=st.data())
def test_what_fits_a_pattern_is_recognised_and_its_canonical_form_as_itself(form, data):
    number = recognise(data.draw(st.from_regex(form.pattern, fullmatch=True)), FAR)
    again = recognise(number.canonical, FAR)

    assert number.family
    assert (again.canonical, again.family, again.parts) == (number.canonical, number.family, number.parts)


@settings(max_examples=300)
@given(LIKE_NUMBERS | st.text(max_size=24))
def test_whatever_is_typed_is_a_number_once_and_for_all_or_refused(typed):
    number = once(typed)
    suggested = number.suggestion if isinstance(number, MalformedNumber) else number.canonical

    assert not suggested or once(suggested).canonical == suggested


def test_every_family_has_a_pattern():
    assert {form.family for form in FORMS} == set(Family)


@pytest.mark.parametrize(
    "number", ["GB/T 1-{}", "GB 1-2014/XG1-{}", "{}0041-Q-339", "EN 228:{}", "ISO 1:{}", "ETSI EN 301 549 ({}-01)"]
)
def test_a_year_is_at_most_the_next_one(number):
    assert read(number.format(2027)).family
    assert "2028" in refused(number.format(2028))[0]


def test_the_day_is_that_of_the_clock_by_default():
    with as_of(date(2019, 5, 1)):
        assert recognise("GB/T 1-2020").family
        with pytest.raises(MalformedNumber):
            recognise("GB/T 1-2021")


def test_the_sentences_are_in_the_language_of_who_reads_them():
    with override("zh-hans"):
        assert "国家标准" in refused("GBT 123-2024")[0]
        assert "2028" in refused("GB/T 123-2028")[0]
        assert "行业" in str(*read("XX/T 12-2020").warnings)
