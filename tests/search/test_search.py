"""Readers find pages by their words, in English and in Chinese."""

import pytest
from django.utils.text import slugify
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.models import SteeringCommitteePage
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish, publish_meeting, record_decision
from sesec_portal.search.query.kinds import kinds
from tests.pages import OWN_PAGES
from tests.reading import words
from tests.search.searching import addresses, search, texts


@pytest.fixture
def committee(db):
    return SteeringCommitteePage.objects.originals().get()


def text_page(home, title, *paragraphs):
    body = [{"type": "text", "value": f"<p>{text}</p>"} for text in paragraphs]
    return publish(StandardPage(title=title, slug=slugify(title), body=body, locale=home.locale), home)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("tenth-year conference", "/en/phases/sesec-iii/"),
        ("Electrotechnical", "/en/partners/cenelec/"),
        ("Enterprise and Industry", "/en/partners/dg-grow/"),
        ("corrective measures", "/en/steering-committee/"),
        ("blockchain", "/en/phases/sesec-iv/"),
        ("cookies", "/en/privacy/"),
        ("ＣＥＮＥＬＥＣ", "/en/partners/cenelec/"),
    ],
)
def test_words_of_titles_and_bodies_find_their_page(client, db, words, address):
    assert address in addresses(search(client, words))


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("标准化", "/zh-hans/who-is-who/sac/"),
        ("指导委员会", "/zh-hans/steering-committee/"),
        ("纠正措施", "/zh-hans/steering-committee/"),
        ("电工", "/zh-hans/partners/cenelec/"),
        ("欧洲自由贸易联盟", "/zh-hans/partners/efta/"),
    ],
)
def test_chinese_words_are_found_inside_longer_runs(client, db, words, address):
    assert address in addresses(search(client, words, "zh-hans"))


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("cen", "/en/partners/cen/"),
        ("SESEC IV", "/en/phases/sesec-iv/"),
        ("steering committee", "/en/steering-committee/"),
        ("terms of reference", "/en/phases/sesec-iii/terms-of-reference/"),
    ],
)
def test_what_is_called_so_comes_first(client, db, words, address):
    assert addresses(search(client, words))[0] == address


def test_words_in_quotation_marks_stand_together_and_a_minus_leaves_out(client, home):
    text_page(home, "One", "The yellow xylophone sounds.")
    text_page(home, "Two", "A xylophone that is yellow.")

    assert addresses(search(client, '"yellow xylophone"')) == ["/en/one/"]
    assert addresses(search(client, "xylophone -sounds")) == ["/en/two/"]


def test_an_extract_shows_the_sentence_and_marks_every_form_of_the_word(client, home):
    text_page(home, "One", "First comes this. Here xylophones are <b>tuned</b> & <i>tuning</i> takes long. Last, that.")

    result = search(client, "xylophone tune").select_one(".results__extract")
    assert result.get_text() == "Here xylophones are tuned & tuning takes long."
    assert [mark.get_text() for mark in result.select("mark")] == ["xylophones", "tuned", "tuning"]


def test_an_extract_does_not_end_at_an_abbreviation(client, home):
    text_page(home, "One", "First. Xylophone no. 12 of e.g. the band is tuned. Last, that.")

    result = search(client, "xylophone").select_one(".results__extract")
    assert result.get_text() == "Xylophone no. 12 of e.g. the band is tuned."


def test_a_chinese_extract_marks_the_words_inside_the_sentence(client, db):
    extracts = search(client, "指导委员会", "zh-hans").select(".results__extract")

    assert "指导委员会" in {mark.get_text() for extract in extracts for mark in extract.select("mark")}


def test_a_long_sentence_is_cut_between_words(client, home):
    text_page(home, "One", f"{'before ' * 90}xylophone{' after' * 90}.")

    extract = search(client, "xylophone").select_one(".results__extract").get_text()
    assert len(extract) < 260
    assert extract.startswith("… before before")
    assert extract.endswith("after after …")


def test_nothing_in_an_extract_is_taken_for_markup(client, home):
    text_page(home, "One <b>xylophone</b>", "A xylophone &lt;script&gt;alert(1)&lt;/script&gt; here.")

    html = search(client, "xylophone")
    assert not html.main.find_all(["script", "b"])
    assert html.select_one(".results h3").get_text() == "One <b>xylophone</b>"
    assert "<script>alert(1)</script>" in html.select_one(".results__extract").get_text()


def test_a_decision_is_found_on_its_meeting_in_the_words_that_are_public_at_the_moment(client, committee):
    meeting = publish_meeting(
        committee, title="Ninth meeting", slug="ninth", number=9, held="2019", locale=committee.locale
    )
    words = {"wording": "Secret marimba", "summary": "Open xylophone", "disclosure": "summary"}
    decision = record_decision(number=1, meeting=meeting, decided="2019", **words)
    places = {"ninth/", "", "decisions/2019/#decision-1"}
    assert set(addresses(search(client, "xylophone"))) == {f"/en/steering-committee/{place}" for place in places}
    assert not addresses(search(client, "marimba"))

    decision.disclosure = "internal"
    decision.meeting = None
    decision.save()
    assert not addresses(search(client, "xylophone"))


def test_results_in_the_other_language_are_offered_below_and_marked(client, db):
    html = search(client, '"environmental protection"', "zh-hans")

    assert not addresses(html)
    offered = html.select(".elsewhere .results h3 a")
    assert {"/en/background/", "/en/for-companies/"} <= {link["href"] for link in offered}
    assert all(link["lang"] == "en" for link in offered)
    assert html.select_one(".elsewhere > p a")["href"] == "/en/search/?q=%22environmental+protection%22"


def test_the_same_thing_is_not_offered_in_both_languages(client, db):
    html = search(client, "CENELEC", "zh-hans")

    assert addresses(html)[0] == "/zh-hans/partners/cenelec/"
    assert "/en/partners/cenelec/" not in [link["href"] for link in html.select(".elsewhere a")]


def test_a_word_that_stands_nowhere_finds_nothing_and_says_what_to_try(client, db):
    html = search(client, "xylophone")

    assert not addresses(html)
    assert "No result for “xylophone”" in texts(html)
    assert "Try fewer words" in texts(html)
    assert html.select_one(".search__sections a")["href"] == "/en/news/"
    assert "没有找到" in texts(search(client, "木琴", "zh-hans"))


@pytest.mark.parametrize("number", ["0", "-1", "999999999999999999999", "abc", "", "²", "٣"])
def test_a_strange_page_number_gets_a_page_all_the_same(client, db, number):
    assert addresses(search(client, "SESEC", page=number))


def test_results_are_paged_and_the_pages_keep_the_words_and_the_filters(client, db):
    html = search(client, "SESEC", partner="cen", year="")
    everything = search(client, "SESEC")
    following = everything.find("a", rel="next")["href"]

    following = search(client, address=f"/en/search/{following}")
    # A person and the person's page have one address.
    first, rest = ([words(title) for title in page.select(".results h3")] for page in (everything, following))
    assert len(first) == 10
    assert rest
    assert not set(rest) & set(first)
    assert 0 < len(addresses(html)) < 10


def test_what_was_typed_is_shown_again_and_harms_nothing(client, db):
    html = search(client, '"><script>alert(1)</script>')

    assert not html.find_all("script")
    assert html.find(id="query")["value"] == '"><script>alert(1)</script>'


def test_only_the_first_two_hundred_characters_are_searched_for(client, db):
    assert len(search(client, "x" * 300).find(id="query")["value"]) == 200


def test_every_kind_of_page_has_a_name_among_the_filters():
    named = [model for model in OWN_PAGES if model.search_type != "page"]

    assert {model.search_type for model in named} <= set(kinds())
    # Django would make a plural of the English way, in Chinese too.
    assert all("verbose_name_plural" in model._meta.original_attrs for model in named)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=210)
    | st.text("'\"!&|()<->:*\\-标准 a", max_size=30),
    choices=st.dictionaries(
        st.sampled_from(["type", "phase", "partner", "year", "page"]),
        st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
        | st.sampled_from(["phase", "4", "cen", "2016", "9999", "-1"]),
    ),
    language=st.sampled_from(["en", "zh-hans"]),
)
def test_whatever_is_asked_gets_an_answer(client, db, words, choices, language):
    assert client.get(f"/{language}/search/", {"q": words, **choices}).status_code == 200
