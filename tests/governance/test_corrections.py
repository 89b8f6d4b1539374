"""What readers know of a decision changes with a correction only, and its log is theirs to read."""

import csv
import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils.timezone import localdate

from governance.models import Decision, DecisionCorrection
from tests.filling_in import filled_in
from tests.reading import main_of, words

pytestmark = pytest.mark.usefixtures("alone")

COMMITTEE = "/en/steering-committee/"


@pytest.fixture
def decision(db, on_day):
    """A public decision, published in 2020."""
    with on_day(2020, 5, 4):
        decision = Decision.objects.create(
            number=1, decided="2020-05-04", wording="As adopted", wording_zh="原文", disclosure="public"
        )
        decision.log.create(status="planned", day=date(2020, 5, 4), why="Agreed by all five")
        decision.log.create(status="done", day=date(2021, 3, 1), recorded_by="somebody")
    return decision


@pytest.fixture
def publish(client, decision, log_in):
    """Publish changes of the decision by its form: `publish(wording="Otherwise")`."""
    log_in("Publishers")
    address = reverse("wagtailsnippets_governance_decision:edit", args=[decision.pk])

    def send(**typed):
        return client.post(address, filled_in(client.get(address).content, **typed, **{"action-publish": "1"}))

    return send


def entry(client, address=COMMITTEE):
    return words(BeautifulSoup(client.get(address).content, "html.parser").find(id="decision-1"))


def test_where_one_language_alone_was_corrected_readers_of_the_other_are_told_so(client, publish, decision):
    chinese = COMMITTEE.replace("/en/", "/zh-hans/")
    stands = "The text in the other language was corrected; this one stands as it was."
    publish(wording="Otherwise", correction_reason="The minutes were misread.")

    assert stands not in entry(client)
    assert "Before: As adopted" in entry(client)
    told = entry(client, chinese)
    assert "另一语言的文字已作更正；此处文字未变。" in told
    assert "As adopted" in told
    assert told.count("原文") == 1

    publish(wording_zh="新文", correction_reason="It followed.")
    assert stands in entry(client)
    assert entry(client).count("Otherwise") == 1
    assert "原文" in entry(client, chinese)


def test_a_text_that_readers_know_is_not_changed_without_a_reason(publish, decision):
    answer = publish(wording="Otherwise")

    assert answer.status_code == 200
    html = BeautifulSoup(answer.content, "html.parser")
    field = html.find(attrs={"name": "correction_reason"})
    said = " ".join(html.find(id=place).get_text() for place in field["aria-describedby"].split())
    assert "Say in a sentence why it is corrected." in said
    assert html.find(attrs={"name": "wording"}).text.strip() == "Otherwise"
    assert Decision.objects.get().wording == "As adopted"


def test_a_draft_of_it_needs_no_reason_yet(client, publish, decision):
    address = reverse("wagtailsnippets_governance_decision:edit", args=[decision.pk])

    assert client.post(address, filled_in(client.get(address).content, wording="Otherw")).status_code == 302


def test_readers_see_that_it_was_corrected_when_why_and_what_stood_there(client, publish, on_day):
    reasons = {"correction_reason": "A word was missing.", "correction_reason_zh": "漏字。"}
    assert publish(wording="As really adopted", **reasons).status_code == 302

    shown = entry(client)
    assert "As really adopted" in shown
    assert "A word was missing." in shown
    assert "Before: As adopted" in shown
    assert f"Corrected on {localdate().day} " in shown
    chinese = entry(client, COMMITTEE.replace("/en/", "/zh-hans/"))
    assert "漏字。" in chinese
    assert "原文" in chinese
    # The next edit begins without the reason of the last one.
    assert publish(wording="Once more").status_code == 200


def test_as_of_a_day_before_the_correction_it_reads_as_it_stood_then(client, publish):
    publish(wording="As really adopted", correction_reason="A word was missing.")

    shown = entry(client, f"{COMMITTEE}as-of/2022-01-01/")
    assert "As adopted" in shown
    assert "As really adopted" not in shown
    assert "Corrected" not in shown


def test_it_stays_a_correction_when_the_decision_was_internal_in_between(client, publish):
    assert publish(disclosure="internal").status_code == 302
    assert publish(wording="Otherwise").status_code == 200
    assert publish(wording="Otherwise", correction_reason="A slip.").status_code == 302
    assert publish(disclosure="public").status_code == 302

    assert "Before: As adopted" in entry(client)


def test_what_was_public_in_part_only_is_not_told_by_its_correction(client, publish, decision):
    Decision.objects.filter(pk=decision.pk).update(
        disclosure="summary", last_disclosure="summary", summary="A summary", wording="Secret"
    )
    assert publish(wording="Still secret").status_code == 302
    assert publish(summary="Another summary", correction_reason="Too short.").status_code == 302
    assert "Before: A summary" in entry(client)

    assert publish(disclosure="public").status_code == 302
    assert "Secret" not in client.get(COMMITTEE).content.decode()
    assert "Before:" not in entry(client)


@pytest.mark.parametrize("typed", [{"wording_zh": "第一次翻译"}, {"due": "2022"}, {"number": "1"}])
def test_a_first_translation_and_other_facts_are_no_correction(publish, decision, typed):
    Decision.objects.filter(pk=decision.pk).update(wording_zh="")

    assert publish(**typed).status_code == 302
    assert not DecisionCorrection.objects.exists()


@pytest.mark.parametrize("change", ["UPDATE governance_decisioncorrection SET reason = ''", "TRUNCATE"])
def test_the_database_refuses_to_change_or_remove_a_correction(decision, publish, change):
    publish(wording="Otherwise", correction_reason="A slip.")
    statement = "DELETE FROM governance_decisioncorrection" if change == "TRUNCATE" else change

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_readers_see_the_log_newest_first_and_not_who_kept_it(client, decision):
    shown = entry(client)

    assert "Status log 1 March 2021: done 4 May 2020: planned – Agreed by all five" in shown
    assert "somebody" not in shown
    assert "done" not in entry(client, f"{COMMITTEE}as-of/2020-12-01/")


@pytest.mark.parametrize("level", ["summary", "internal"])
def test_the_log_is_shown_at_the_level_public_only(client, decision, level):
    Decision.objects.filter(pk=decision.pk).update(disclosure=level, summary="A summary")

    assert "Agreed by all five" not in client.get(COMMITTEE).content.decode()


def test_the_open_data_have_the_log_and_the_corrections(client, publish):
    publish(wording="Otherwise", correction_reason="A slip.")

    [row] = csv.DictReader(io.StringIO(client.get(f"{COMMITTEE}decisions.csv").content.decode("utf-8-sig")))
    assert row["log"] == "2021-03-01: done; 2020-05-04: planned (Agreed by all five)"
    assert row["corrections"] == f"{localdate()}: A slip. Before: As adopted"
    [row] = client.get(f"{COMMITTEE}decisions.json").json()["rows"]
    assert len(row["log"]) == 2


def test_a_status_is_logged_once_when_it_is_published_and_not_before(client, publish, decision, on_day):
    address = reverse("wagtailsnippets_governance_decision:edit", args=[decision.pk])
    client.post(address, filled_in(client.get(address).content, new_status="dropped", new_status_why="Overtaken"))
    assert decision.log.count() == 2

    publish()
    version = Decision.objects.get().latest_revision
    version.publish()
    assert [line.why for line in decision.log.filter(status="dropped")] == ["Overtaken"]
    assert decision.log.last().recorded_by == "publishers"
    revert = reverse("wagtailsnippets_governance_decision:revisions_revert", args=[decision.pk, version.pk])
    assert 'value="dropped" selected' not in client.get(revert).content.decode()


def test_the_search_finds_the_corrected_text(client, publish):
    publish(wording="About photovoltaics", correction_reason="A slip.")

    assert "About photovoltaics" in main_of(client, "/en/search/?q=photovoltaics")
