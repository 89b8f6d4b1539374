"""A text with living facts wherever it goes: on pages of both languages, in the search, in copies, in feeds."""

import json

from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import ReferenceIndex
from wagtail.rich_text import expand_db_html

from governance.models import Seat
from sesec_portal.home.models import StandardPage
from sesec_portal.living_facts.fact import every_fact
from sesec_portal.operations.verification import living_facts
from sesec_portal.pagecache.memo import memoized_for
from sesec_portal.search.models import SearchEntry
from tests.living_facts.elements import PHASE, element
from tests.reading import main_of

EN, ZH = "/en/living/", "/zh-hans/living/"


def test_a_page_that_stands_in_for_its_translation_prints_in_the_language_of_its_text(printed, on_day):
    with on_day(2019, 3, 1):
        read = printed(f"It began in {element('phase-start')}.", "zh-hans")

    assert "It began in April 2018." in read


def test_a_translator_gets_one_token_and_the_chinese_page_prints_chinese(client, write, translate, on_day):
    page = write(f"{element('phase-start', 'the start')} was the start of {PHASE}.")
    text = '<a id="a1">the start</a> was the start of <a id="a2">the present phase</a>.'
    seen = translate(page, {text: '<a id="a2">当前阶段</a>始于<a id="a1">开始时间</a>。'})

    assert text in seen
    with on_day(2019, 3, 1):
        assert "SESEC IV 始于 2018年4月" in main_of(client, ZH)
        assert "April 2018 was the start of SESEC IV." in main_of(client, EN)


def test_a_translation_without_the_fact_is_printed_as_it_is(client, write, translate):
    page = write(f"SESEC is in {PHASE}.")
    translate(page, {'SESEC is in <a id="a1">the present phase</a>.': "本项目分阶段实施。"})

    assert "本项目分阶段实施。" in main_of(client, ZH)


def test_a_copy_and_a_former_version_keep_the_fact(client, write, home, on_day):
    page = write(f"SESEC is in {PHASE}.")
    copied = page.copy(update_attrs={"slug": "copied", "title": "Copied"}, recursive=False)
    version = copied.get_latest_revision_as_object()
    version.save_revision().publish()

    with on_day(2019, 3, 1):
        assert "SESEC is in SESEC IV." in main_of(client, "/en/copied/")


def test_a_search_finds_what_the_fact_is_called_and_never_a_value_that_may_turn_false(client, write, on_day):
    with on_day(2019, 3, 1):
        page = write(f"Mountains are climbed in {PHASE} until {element('phase-planned-end', 'its planned end')}.")
    entry = SearchEntry.objects.get(page=page)
    assert entry.text == "Mountains are climbed in the present phase until its planned end."

    with on_day(2026, 3, 1):
        found = main_of(client, "/en/search/?q=mountains+climbed")
    assert "Mountains are climbed in the present phase until its planned end." in found


def test_nothing_of_how_it_is_kept_gets_to_readers_or_their_programs(client, write, on_day):
    with on_day(2019, 3, 1):
        write(f"Mountains are climbed in {PHASE}.")
        addresses = (EN, ZH, "/en/search/?q=mountains", "/en/feeds/changes.atom", "/en/feeds/pages.atom")
        for address in addresses:
            answer = client.get(address)
            html = b"".join(answer).decode() if answer.streaming else answer.content.decode()
            assert "linktype" not in html, address
            assert "fact=" not in html, address
        page = BeautifulSoup(client.get(EN).content, "html.parser")
    assert page.main.find("a", string="SESEC IV")["href"] == "/en/phases/sesec-iv/"
    assert "present phase" not in page.get_text()


def test_many_facts_cost_a_reader_no_more_queries_than_none(client, sample, write):
    page = write("Nothing.")
    every = "".join(element(fact.code, "x", key) for fact in every_fact() for key in fact.keys())  # noqa: SIM118

    def asked():
        for language in ("en", "zh-hans"):
            client.get(f"/{language}/living/")
        with CaptureQueriesContext(connection) as queries:
            for language in ("en", "zh-hans"):
                client.get(f"/{language}/living/")
        return len(queries)

    with memoized_for("before"):
        without = asked()
    page.body = [("text", f"<p>{every}</p>")] * 3
    page.save_revision().publish()
    with memoized_for("after"):
        assert asked() == without


def test_in_a_preview_too_many_facts_of_one_kind_ask_their_register_once(db):
    def asked(html):
        with CaptureQueriesContext(connection) as queries:
            expand_db_html(html)
        return len(queries)

    assert asked(PHASE) == asked(PHASE * 5 + element("phase-start")) > 0


def test_a_seat_that_a_text_asks_of_is_known_to_be_in_use(write, cen, django_capture_on_commit_callbacks):
    seat = Seat.objects.get(partner=cen)
    with django_capture_on_commit_callbacks(execute=True):
        page = write(element("seat-holder", "the holder", seat.pk))

    assert str(page.pk) in {use.object_id for use in ReferenceIndex.get_references_to(seat)}


def test_each_night_a_fact_that_prints_nothing_is_named_with_its_text(write, cen, caplog):
    assert not list(living_facts.problems())
    page = write(f"{PHASE} {element('from-another-release')} {element('seat-holder', 'x', 999999)}")

    [problem] = living_facts.problems()
    assert f"standardpage {page.pk} (from-another-release)" in problem.what
    assert f"standardpage {page.pk} (seat-holder 999999)" in problem.what
    assert "(phase)" not in problem.what
    with caplog.at_level("INFO"):
        call_command("nightly")
    assert "from-another-release" in caplog.text


def test_a_fact_in_a_cell_of_a_table_and_in_plain_rich_text_is_printed_and_checked(client, cen, on_day):
    page = StandardPage.objects.originals().get(slug="background")
    grid = {"columns": [{"type": "cell", "heading": "Phase"}], "rows": [{"values": [f"<p>Row: {PHASE}</p>"]}]}
    page.body = json.dumps([{"type": "table", "value": {"caption": "A table", "table": {**grid, "caption": ""}}}])
    page.save_revision().publish()
    committee = cen.get_parent().get_siblings().get(slug="steering-committee").specific
    committee.mandate = f"<p>In {element('from-another-release')}{PHASE}.</p>"
    committee.save_revision().publish()

    with on_day(2019, 3, 1), override("en"):
        assert "Row: SESEC IV" in main_of(client, "/en/background/")
        assert "In SESEC IV." in main_of(client, "/en/steering-committee/")
    [problem] = living_facts.problems()
    assert f"steeringcommitteepage {committee.pk} (from-another-release)" in problem.what
