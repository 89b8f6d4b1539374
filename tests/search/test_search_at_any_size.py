"""A word that stands everywhere is answered as well as a rare one: what is not counted is said, what fits is found."""

import pytest
from django.contrib.postgres.search import SearchVector
from django.db.models import Value
from wagtail.models import Collection, CollectionViewRestriction, Locale

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.models import PortalDocument
from sesec_portal.search.models import SearchEntry
from sesec_portal.search.query.limits import MOST_TEXTS, by_index, looked_at, registers
from tests.search.searching import addresses, counts, search


@pytest.fixture
def fill(db):
    """Put documents into the index by the hundred: `fill(1005, "zither", year=2020)`."""

    def documents(number, words, *, year=2020, language="en", collection=None):
        collection = collection or Collection.get_first_root_node()
        made = PortalDocument.objects.bulk_create(
            PortalDocument(title="A document", file=f"{words}-{year}.txt", file_size=1, collection=collection)
            for _ in range(number)
        )
        vector = SearchVector(Value(words), weight="C", config="english")
        shared = {"kind": "document", "language": language, "title": "A document", "summary": "", "text": words}
        shared |= {"phases": [], "partners": [], "years": [year], "sample": False, "file_hash": ""}
        shared |= {"vector": vector, "title_vector": SearchVector(Value("A document"), config="english")}
        SearchEntry.objects.bulk_create(
            [SearchEntry(document=document, day=f"{year}-01-01", **shared) for document in made]
        )

    return documents


def page(home, title, slug, *paragraphs):
    body = [{"type": "text", "value": f"<p>{text}</p>"} for text in paragraphs]
    return publish(StandardPage(title=title, slug=slug, body=body, locale=home.locale), home)


def heading(html):
    return " ".join(html.select_one(".search__found h2").get_text().split())


def test_of_very_many_results_a_thousand_are_counted_and_the_reader_is_told(client, fill):
    fill(MOST_TEXTS, "zither")
    assert heading(search(client, "zither")) == "1000 results for “zither”"

    fill(10, "zither")
    html = search(client, "zither")
    assert heading(html) == "More than 1000 results for “zither”"
    assert html.select_one('input[value="document"]').parent.select_one(".filters__count").get_text() == "1000+"
    assert html.select_one('option[value="2020"]').get_text() == "2020 (1000+)"
    assert "the search counts no more than 1000 pages and documents" in " ".join(
        html.select_one(".filters").get_text().split()
    )
    assert search(client, "zither", "zh-hans").find(id="elsewhere").get_text() == "英文中至少有1001条结果"


def test_the_registers_are_counted_whole_however_many_texts_there_are(client, fill):
    few = search(client, "CENELEC")
    fill(MOST_TEXTS + 10, "cenelec")
    many = search(client, "CENELEC")

    assert "More than" in heading(many)
    of_registers = [{kind: counts(html, "type").get(kind) for kind in registers()} for html in (few, many)]
    assert of_registers[0] == of_registers[1] != {}
    assert "partner" in of_registers[0]


def test_what_very_many_texts_are_about_is_said_to_be_counted_in_part(client, fill):
    def of_phase_four():
        box = search(client, "CENELEC").select_one('input[name="phase"][value="4"]')
        return box.parent.select_one(".filters__count").get_text()

    assert not of_phase_four().endswith("+")
    fill(MOST_TEXTS + 10, "cenelec")
    assert of_phase_four().endswith("+")


def test_what_has_the_words_in_its_title_comes_first_of_very_many(client, fill, home):
    fill(MOST_TEXTS + 10, "zither")
    page(home, "On the zither", "on")
    page(home, "Zither", "zither")

    assert addresses(search(client, "zither"))[:2] == ["/en/zither/", "/en/on/"]


def test_a_filter_counts_and_finds_what_very_many_results_hide(client, fill):
    fill(MOST_TEXTS + 10, "zither")
    fill(2, "zither", year=1999)
    html = search(client, "zither", year="1999")

    assert heading(html) == "2 results for “zither”"
    assert len(addresses(html)) == 2


def test_the_translation_of_a_result_is_not_offered_however_many_results_there_are(client, fill):
    fill(MOST_TEXTS + 10, "cenelec")

    html = search(client, "CENELEC", "zh-hans")
    assert addresses(html)[0] == "/zh-hans/partners/cenelec/"
    assert "/en/partners/cenelec/" not in [link["href"] for link in html.select(".elsewhere a")]


def test_very_many_hidden_documents_are_answered_like_nonsense(client, fill):
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private.add_child(name="Below"), restriction_type="login")
    fill(MOST_TEXTS + 10, "qqvxkj", collection=private.get_children().get())
    nonsense = client.get("/en/search/", {"q": "zzzzzzzz"}).content

    assert client.get("/en/search/", {"q": "qqvxkj"}).content.replace(b"qqvxkj", b"zzzzzzzz") == nonsense


def test_a_word_of_a_summary_weighs_more_than_one_of_a_text(client, home):
    page(home, "One", "one", "A zither stands here.")
    publish(StandardPage(title="Two", slug="two", summary="A zither stands here.", locale=home.locale), home)

    assert addresses(search(client, "zither")) == ["/en/two/", "/en/one/"]


def test_words_are_found_by_their_index_and_never_by_reading_every_text(db):
    found = SearchEntry.objects.visible().matching("standard").filter(language=Locale.get_default().language_code)

    for part in looked_at(found)[1:]:
        with by_index():
            plan = part.explain()
        assert "search_entry_words" in plan
        assert "Seq Scan on core_searchentry" not in plan
