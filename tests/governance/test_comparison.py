"""Comparing two lists tells exactly what changed: no more, no less."""

from hypothesis import given
from hypothesis import strategies as st

from governance.comparison import Entry, compare
from governance.slope_chart import SlopeChart

keys = st.lists(st.integers(0, 20), unique=True, max_size=12)
wordings = st.sampled_from(["", "a", "b"])
lists = keys.flatmap(lambda chosen: st.tuples(*(st.builds(Entry, st.just(key), wordings) for key in chosen)).map(list))


@given(lists)
def test_a_list_does_not_differ_from_itself(same):
    assert not compare(same, same)


@given(lists, lists)
def test_the_way_back_mirrors_the_way_there(former, latter):
    there, back = compare(former, latter).mirrored(), compare(latter, former)

    assert set(there.added) == set(back.added)
    assert set(there.removed) == set(back.removed)
    assert {(move.entry.key, move.former, move.latter) for move in there.moved} == {
        (move.entry.key, move.former, move.latter) for move in back.moved
    }
    assert {(word.entry.key, word.former, word.latter) for word in there.reworded} == {
        (word.entry.key, word.former, word.latter) for word in back.reworded
    }


@given(lists, lists)
def test_the_differences_applied_to_the_former_list_give_the_latter(former, latter):
    assert compare(former, latter).apply(former) == latter


@given(lists, lists)
def test_nothing_is_told_of_an_entry_that_stayed_as_it_was(former, latter):
    difference = compare(former, latter)
    unchanged = {entry.key for place, entry in enumerate(former) if place < len(latter) and latter[place] == entry}

    told = {
        part.entry.key for group in ("added", "removed", "moved", "reworded") for part in getattr(difference, group)
    }
    assert not told & unchanged


def test_each_kind_of_change_is_told_with_its_places():
    former = [Entry("machinery", "x"), Entry("energy"), Entry("toys")]
    latter = [Entry("energy"), Entry("machinery", "y"), Entry("blockchain")]

    difference = compare(former, latter)

    assert [(placed.entry.key, placed.place) for placed in difference.added] == [("blockchain", 3)]
    assert [(placed.entry.key, placed.place) for placed in difference.removed] == [("toys", 3)]
    assert {(move.entry.key, move.former, move.latter) for move in difference.moved} == {
        ("energy", 2, 1),
        ("machinery", 1, 2),
    }
    assert [(word.entry.key, word.former, word.latter) for word in difference.reworded] == [("machinery", "x", "y")]


@given(lists, lists)
def test_the_chart_joins_the_two_places_of_each_entry_that_stayed(former, latter):
    difference = compare(former, latter)
    chart = SlopeChart.of(difference)

    drawn = {(start.entry.key, start.place, end.place) for start, end in chart.lines} if chart else set()
    assert drawn == {(kept.entry.key, kept.former, kept.latter) for kept in difference.kept}
    for end in [*chart.left, *chart.right] if chart else []:
        assert 0 < end.y < chart.height


def test_a_chart_that_nobody_could_read_is_not_drawn():
    many = [Entry(number) for number in range(100)]

    assert SlopeChart.of(compare(many, many)) is None
