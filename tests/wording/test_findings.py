"""The promise: words that will not stay true are found, and others are left alone."""

import pytest
from wagtail.blocks import StreamValue

from sesec_portal.core.placed_texts import PlacedText
from sesec_portal.home.models import StandardPage
from sesec_portal.sources.models import Source
from sesec_portal.wording.findings import Lint
from sesec_portal.wording.models import AllowedPhrase, WatchedPhrase

LANGUAGES = ["en", "zh"]


@pytest.fixture
def found(db, on_day):
    """Return the phrases found in a text: `found("…", "en")`."""
    with on_day(2026, 11, 30):
        lint = Lint()
    return lambda text, language="en", *, is_html=False: [
        one.phrase for one in lint.in_text(PlacedText("summary", "Summary", text, is_html), language)
    ]


def test_the_lists_are_as_long_as_promised(sentences):
    for kind in ("planted", "harmless"):
        assert sum(len(sentences[kind][language]) for language in LANGUAGES) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_planted_phrase_is_found(found, sentences, language):
    planted = sentences["planted"][language]

    missed = [(text, phrase) for text, phrase in planted if not any(phrase in one for one in found(text, language))]

    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_harmless_sentences_are_left_alone(found, sentences, language):
    marked = [(text, found(text, language)) for text in sentences["harmless"][language] if found(text, language)]

    assert marked == []


def test_living_facts_and_quotations_in_rich_text_are_not_looked_at(found):
    fact = '<p>It is <a linktype="fact" fact="phase">the <b>current</b> phase</a>.</p>'

    assert found(fact, is_html=True) == []
    assert found("<p>The <b>current</b> phase.</p>", is_html=True) == ["current"]
    assert found("<p>Read <a href='https://example.org/new/'>it</a>.</p>", is_html=True) == []
    assert found("<p>Made a</p><p>new</p>", is_html=True) == ["new"]


def test_a_phrase_is_told_with_its_sentence_and_its_place(home, on_day):
    blocks = [
        ("text", "<p>It began. The phase currently lasts. It ends.</p>", "one"),
        ("quote", _quoted("currently"), "two"),
    ]
    page = StandardPage(title="Kites", summary="Soon.", locale=home.locale, body=_stream(blocks))

    with on_day(2026, 11, 30):
        found = Lint().of(page)

    assert [(one.place, one.sentence, one.phrase) for one in found if one.path != "summary"] == [
        (found[-1].place, "The phase currently lasts.", "currently")
    ]
    assert "Text" in found[-1].place or "text" in found[-1].place
    assert [one.phrase for one in found if one.path == "summary"] == ["Soon"]


def test_what_is_over_is_told_once_with_the_words_about_it(found):
    assert found("The project will last until 2019.") == ["will last until 2019"]
    assert found("It will last.") == ["will last"]


def test_living_facts_are_advised_only_where_they_can_stand(db, home):
    page = StandardPage(summary="Now current.", locale=home.locale, body=_stream([("text", "<p>Current.</p>", "one")]))
    remedies = {one.path.split(".")[0]: one.remedy for one in Lint().of(page)}

    assert "/living" in remedies["body"]
    assert "/living" not in remedies["summary"]


def test_titles_of_sources_are_those_of_others(db):
    assert Lint().of(Source(title="A new law")) == []


def test_staff_extend_both_lists(found, db):
    WatchedPhrase.objects.create(language="en", phrase="nowadays", instead="Say since when.")
    AllowedPhrase.objects.create(language="en", phrase="New Kites Ltd")
    found = Lint().in_text(PlacedText("summary", "Summary", "Nowadays New Kites Ltd is a new kites ltd."), "en")

    assert next((one.phrase, one.remedy) for one in found) == ("Nowadays", "Say since when.")


def _stream(blocks):
    return StreamValue(StandardPage._meta.get_field("body").stream_block, blocks)


def _quoted(text):
    return {"text": text, "attribution": "A recently found letter", "cited": None}
