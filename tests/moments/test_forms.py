"""How editors type a moment, and what they are told."""

import pytest

from sesec_portal.moments.forms import MomentFormField

BEIJING = "Asia/Shanghai"


@pytest.fixture
def field():
    return MomentFormField(zone=BEIJING, required=False)


def test_a_day_alone_and_a_day_with_a_time_are_taken(field):
    assert str(field.clean(["2026-11-24", "", BEIJING])) == "2026-11-24[Asia/Shanghai]"
    assert str(field.clean(["2026-11-24", "17:00", BEIJING])) == "2026-11-24T17:00+08:00[Asia/Shanghai]"


def test_the_zone_that_is_offered_is_no_answer_by_itself(field):
    assert field.clean(["", "", BEIJING]) is None
    assert not field.has_changed(None, ["", "", BEIJING])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["", "17:00", BEIJING], "Type the day as well."),
        (["2026-02-30", "", BEIJING], "This is no day of the calendar. Type it as 2026-11-24."),
        (["2026-11-24", "25:00", BEIJING], "This is no time of day. Type it as 17:00."),
        (["2026-11-24", "", "Europe/Brusels"], "Choose a time zone from the list."),
        (["2026-03-29", "02:30", "Europe/Brussels"], "leave out 02:30"),
    ],
)
def test_what_cannot_be_meant_is_refused_beside_the_field(field, typed, sentence):
    with pytest.raises(Exception, match=sentence):
        field.clean(typed)
    assert field.has_changed(None, typed)


def test_what_was_typed_stands_in_the_boxes_again(field):
    html = field.widget.render("deadline", ["2026-02-30", "25:00", "Europe/London"], {"id": "id_deadline"})

    assert 'value="2026-02-30"' in html
    assert 'value="25:00"' in html
    assert '<option value="Europe/London" selected>' in html
