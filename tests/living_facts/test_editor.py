"""How editors choose a living fact, and how the editor keeps it."""

import json

from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.users.models import UserProfile

from governance.models import Seat
from tests.living_facts.elements import PHASE, element
from tests.reading import words

FEATURES = ["link", "bold", "living-fact"]


def chooser(client):
    """Return the rows of the chooser: what each fact is called, and what it prints in English and in Chinese."""
    answer = client.get(reverse("living_facts:choose")).json()
    rows = BeautifulSoup(answer["html"], "html.parser").tbody.find_all("tr")
    return {words(row.th): [words(cell) for cell in row.find_all("td")] for row in rows}


def test_the_editor_keeps_a_fact_as_one_piece_with_what_it_prints_now(db, on_day):
    converter = ContentstateConverter(FEATURES)
    html = f'<p data-block-key="abcde">In {PHASE}, <b>{element("seat-holder", "the holder", 3)}</b>.</p>'
    with on_day(2019, 3, 1):
        state = converter.from_database_format(html)

    first = json.loads(state)["entityMap"]["0"]
    assert (first["type"], first["mutability"]) == ("FACT", "IMMUTABLE")
    assert first["data"]["now"] == "SESEC IV"
    kept = BeautifulSoup(converter.to_database_format(state), "html.parser")
    assert [link.attrs for link in kept.find_all("a")] == [
        {"linktype": "fact", "fact": "phase"},
        {"linktype": "fact", "fact": "seat-holder", "of": "3"},
    ]
    assert kept.get_text() == "In the present phase, the holder."


def test_a_fact_that_the_portal_has_no_more_stays_in_the_text_until_somebody_takes_it_out(db):
    converter = ContentstateConverter(FEATURES)
    state = converter.from_database_format(f'<p data-block-key="abcde">{element("gone", "words")}</p>')

    assert "now" not in json.loads(state)["entityMap"]["0"]["data"]
    assert 'fact="gone"' in converter.to_database_format(state)


def test_the_chooser_tells_of_each_what_it_prints_now_in_both_languages(client, log_in, on_day):
    log_in("Editors")
    with on_day(2019, 3, 1):
        offered = chooser(client)

    assert offered["The present phase"] == ["SESEC IV", "SESEC IV"]
    assert offered["The start of the present phase"] == ["April 2018", "2018年4月"]
    assert offered["The holder of the seat of CEN"] == ["no holder recorded", "暂无任职信息"]


def test_what_is_chosen_comes_in_the_language_that_is_written_whatever_the_editor_reads(client, log_in, cen):
    UserProfile.objects.create(user=log_in("Editors"), preferred_language="zh-hans")
    seat = Seat.objects.get(partner=cen)
    assert "当前阶段" in chooser(client)

    answer = client.get(reverse("living_facts:chosen"), {"fact": "seat-holder", "of": seat.pk}).json()
    assert answer["step"] == "chosen"
    assert answer["result"]["words"] == "the holder of the seat of CEN"
    assert answer["result"]["now"] == "no holder recorded"


def test_what_a_fact_prints_now_is_shown_as_it_reads(client, log_in, phase_four, on_day):
    log_in("Editors")
    phase_four.title = "<b>SESEC</b> IV & V"
    phase_four.save_revision().publish()
    with on_day(2019, 3, 1):
        answer = client.get(reverse("living_facts:chosen"), {"fact": "phase"}).json()
        assert chooser(client)["The present phase"][0] == "<b>SESEC</b> IV & V"

    assert answer["result"]["now"] == "<b>SESEC</b> IV & V"


def test_what_there_is_not_cannot_be_chosen_nor_by_who_is_not_logged_in(client, log_in, db):
    assert client.get(reverse("living_facts:choose")).status_code == 302
    log_in("Editors")
    for fact in ({}, {"fact": "gone"}, {"fact": "seat-holder", "of": "999999"}, {"fact": "phase", "of": "1"}):
        assert client.get(reverse("living_facts:chosen"), fact).status_code == 404


def test_the_control_is_wherever_links_can_be_set_in_cells_too(client, log_in, home):
    log_in("Editors")
    page = home.get_children().get(slug="background")
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "js/living-fact-control" in form
    assert "css/living-fact-control" in form
    assert reverse("living_facts:choose") in form
