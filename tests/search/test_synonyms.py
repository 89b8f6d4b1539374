"""Terms that mean the same find each other in both languages, and readers can ask for just what they typed."""

import pytest
from django.core.exceptions import ValidationError

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.search.models import SynonymGroup
from sesec_portal.search.words.units import key_of
from tests.search.searching import addresses, offered, search


@pytest.fixture
def xylophones(home):
    """Three pages that say xylophone each in its own way, and a group of synonyms."""
    for slug, words in (("one", "A xylophone."), ("two", "Some bar chimes."), ("three", "这是木琴。")):
        body = [{"type": "text", "value": f"<p>{words}</p>"}]
        publish(StandardPage(title=slug, slug=slug, body=body, locale=home.locale), home)
    return SynonymGroup.objects.create(terms="xylophone\nbar chime\n木琴")


ALL = {"/en/one/", "/en/two/", "/en/three/"}


@pytest.mark.parametrize("words", ["xylophone", "Xylophones", "bar chime", "bar-chimes", "木琴", "ＸＹＬＯＰＨＯＮＥ"])
def test_each_term_finds_all_however_it_is_written(client, xylophones, words):
    assert set(addresses(search(client, words))) == ALL


def test_readers_are_told_and_can_search_for_just_what_they_typed(client, xylophones):
    html = search(client, "bar chime")

    told = html.select_one(".search__also")
    assert "Also searched for: xylophone, 木琴" in " ".join(told.get_text().split())
    exactly = search(client, address=f"/en/search/{told.a['href']}")
    assert addresses(exactly) == ["/en/two/"]
    assert not exactly.select(".search__also")


def test_what_stands_in_quotation_marks_is_not_widened(client, xylophones):
    assert addresses(search(client, '"xylophone"')) == ["/en/one/"]
    assert addresses(search(client, "“xylophone”")) == ["/en/one/"]


def test_a_term_is_widened_among_other_words_and_inside_a_chinese_run(client, xylophones):
    html = search(client, "bar xylophone")
    assert addresses(html) == ["/en/two/"]
    html = search(client, "这是木琴")
    assert addresses(html) == ["/en/three/"]
    assert "xylophone" in html.select_one(".search__also").get_text()


def test_what_is_left_out_is_left_out_alone(client, xylophones):
    assert set(addresses(search(client, "xylophone -chimes"))) == ALL - {"/en/two/"}
    assert not search(client, "marimba -xylophone").select(".search__also")


def test_only_published_groups_count(client, xylophones):
    xylophones.unpublish()

    assert addresses(search(client, "xylophone")) == ["/en/one/"]


@pytest.mark.parametrize(
    "terms", ["", "one", "one\n\nOne", "one\n!!!", 'one\n"two"', "one\n" + "x" * 61, "木琴\nother"]
)
def test_the_form_refuses_what_is_no_group(xylophones, terms):
    with pytest.raises(ValidationError) as refused:
        SynonymGroup(terms=terms).full_clean()
    assert "terms" in refused.value.message_dict


def test_the_form_puts_terms_in_order_and_drops_what_is_there_twice(db):
    group = SynonymGroup(terms="  glass   harp \n\nGlass-harps\n玻璃琴\n")
    group.full_clean()

    assert group.listed == ["glass harp", "玻璃琴"]
    assert str(group) == "glass harp = 玻璃琴"


def test_a_group_is_kept_under_synonyms_in_the_admin(client, log_in, xylophones):
    log_in("Publishers")

    listed = client.get("/admin/snippets/search/synonymgroup/?q=xylophone").content.decode()
    assert "xylophone = bar chime = 木琴" in listed
    answer = client.post("/admin/snippets/search/synonymgroup/add/", {"terms": "xylophone\nother"})
    assert "stands in another group already" in answer.content.decode()


def test_no_starter_term_stands_in_two_groups(db):
    groups = list(SynonymGroup.objects.all())
    keys = [key_of(term) for group in groups for term in group.listed]

    assert len(groups) >= 25
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("one", "other"), [("e-mail", "邮箱"), ("AI", "人工智能"), ("cybersecurity", "网络安全")])
def test_a_question_in_one_language_is_answered_as_in_the_other(client, db, one, other):
    assert set(offered(search(client, one))) == set(offered(search(client, other)))
