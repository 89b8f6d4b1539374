"""Whatever is typed into an address, the portal never fails at it.

FUZZ_EXAMPLES makes more addresses, and others each time: `make fuzz` asks for 2,000.
"""

import os
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sesec_portal.search.models import SearchEntry
from sesec_portal.search.query.parameters import Query
from sesec_portal.search.query.suggestions import suggestion

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
TIRESOME = [
    "\0", "%00", "a\0b", "\ud800", "\udfff\ud800", "\u202e", "﷽" * 20, "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "İı", "ﬀ", "　", "٣", "²", "①",
    "-1", "0", "1e9", "- " * 99, str(10**20), str(2**31), str(2**63), "2020-02-30", "0000-00-00", "9999-12-31",
    "2020-1-1", "2020-01-01T00:00", "+2020-01-01", "٢٠٢٠-٠١-٠١", "2020-W01-1", "20200101", "'", '"',
    '"" OR 1=1--', "';SELECT pg_sleep(9)--", "a & b | !c <-> :*", "(((", "[\\", "(?i)(a+)+$", "\\m", "%", "%%",
    "_", "{{7*7}}", "${7*7}", "../../etc/passwd", "..%2f..%2f", "//evil.example", "\r\nSet-Cookie: a=b", "\t",
    "標準" * 99, "-" * 300,
]  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(TIRESOME),
    st.text(st.characters(codec=None), max_size=40),
    st.integers().map(str),
    st.dates().map(str),
    st.lists(st.sampled_from([*TIRESOME, "SESEC", "CEN", "标准", " "]), max_size=5).map(" ".join),
)
SEARCH = st.dictionaries(
    st.one_of(st.sampled_from(["q", "type", "phase", "partner", "year", "page"]), WORDS), WORDS, max_size=6
)
PLACES = [
    "search/", "sitemap/", "open-data/", "follow/", "calendar.ics", "", "phases/as-of/", "steering-committee/as-of/",
    "steering-committee/priorities/as-of/", "steering-committee/priorities/compare/",
]  # fmt: skip
TEMPLATES = [
    "/{language}/phases/as-of/{word}/", "/{language}/steering-committee/as-of/{word}/",
    "/{language}/steering-committee/priorities/as-of/{word}/",
    "/{language}/steering-committee/priorities/compare/{word}/{other}/", "/{language}/feeds/{word}.atom",
    "/{language}/calls/{word}.ics", "/{language}/{word}/{other}.ics",
    "/{language}/phases/{word}.csv", "/{language}/{word}/{other}.json", "/{language}/{word}/", "/{word}",
    "/{word}/{other}/", "/documents/{word}/{other}", "/documents/1/{word}", "/media/images/{word}",
    "/media/share/{word}/{other}.png", "/static/{word}", "/sitemap-{word}.xml",
    "/{language}/_util/authenticate_with_password/{word}/{other}/",
    "/documents/authenticate_with_password/{word}/", "/admin/{word}/", "/admin/login/{word}",
]  # fmt: skip
LANGUAGE = st.sampled_from(["en", "zh-hans"])


def escaped(text):
    """Return a text as a browser, or somebody who is up to no good, puts it into an address: lone surrogates too."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def queries(parameters):
    return urlencode(
        {k.encode("utf-8", "surrogatepass"): v.encode("utf-8", "surrogatepass") for k, v in parameters.items()}
    )


ADDRESSES = st.one_of(
    st.builds(lambda language, asked: f"/{language}/search/?{queries(asked)}", LANGUAGE, SEARCH),
    st.builds(
        lambda language, place, name, word: f"/{language}/{place}?{queries({name: word})}",
        LANGUAGE,
        st.sampled_from(PLACES),
        st.sampled_from(["day", "from", "to", "p", "page", "q"]),
        WORDS,
    ),
    st.builds(
        lambda form, language, word, other: form.format(
            language=language, word=escaped(word), other=escaped(other)
        ),
        st.sampled_from(TEMPLATES),
        LANGUAGE,
        WORDS,
        WORDS,
    ),
    st.builds(lambda language, raw: f"/{language}/search/?{raw}", LANGUAGE, st.text(st.characters(codec="ascii"))),
    st.builds(
        lambda section, year: f"/en/{section}/{year}/",
        st.sampled_from(["news", "calls", "events", "publications", "steering-committee/decisions"]),
        st.integers(0, 99999),
    ),
    st.builds(lambda number: f"/sitemap-pages.xml?p={number}", st.integers()),
)  # fmt: skip


def ask(client, address):
    # An address has no line breaks or signs beyond ASCII: a web server answers these itself.
    response = client.get(quote(address, safe="/?&=%#+;,:@!$'()*~[]{}|^`\"<>\\"))
    assert response.status_code < 500, address
    return response


@settings(
    max_examples=EXAMPLES or 50,
    derandomize=not EXAMPLES,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(address=ADDRESSES)
def test_no_address_breaks_the_portal(client, db, address):
    ask(client, address)


@pytest.mark.parametrize("word", TIRESOME, ids=ascii)
def test_no_tiresome_word_breaks_a_search(db, word):
    query = Query.read({"q": word.replace("\0", ""), "page": word})
    visible = SearchEntry.objects.visible()
    encodable = query.words.encode("utf-8", "replace").decode()

    assert list(visible.matching(Query(encodable, {}).terms)[:1]) is not None
    suggestion(encodable, visible)
