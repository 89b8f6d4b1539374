"""The register of decisions: what readers may know, and a log that only grows."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, streamfield

from governance.models import Decision, MeetingPage, SteeringCommitteePage
from sesec_portal.home.starter.builders import publish
from tests.filling_in import filled_in
from tests.reading import main_of, words

pytestmark = pytest.mark.usefixtures("alone")

COMMITTEE = "/en/steering-committee/"


@pytest.fixture
def committee(db):
    return SteeringCommitteePage.objects.get(locale__language_code="en")


@pytest.fixture
def decide(db):
    """Record a decision: `decide(1, disclosure="public")`."""

    def record(number, **fields):
        fields = {"decided": "2020-05-04", "wording": f"Wording {number}", "disclosure": "public", **fields}
        return Decision.objects.create(number=number, **fields)

    return record


def test_readers_see_what_the_level_allows(client, decide):
    decide(1)
    decide(2, disclosure="summary", summary="A public summary")
    decide(3, disclosure="internal", summary="Not to be seen")

    page = main_of(client, COMMITTEE)
    assert "Wording 1" in page
    assert "A public summary" in page
    assert "Wording 2" not in page
    assert "Wording 3" not in page
    assert "Not to be seen" not in page
    assert "No 3" not in page


def test_decisions_and_measures_are_told_apart_with_owner_due_date_and_status(client, decide, cen, on_day):
    decide(1)
    measure = decide(2, kind="measure", owner=cen, due="2020-12")
    measure.log.create(status="planned", day=date(2020, 5, 4))
    measure.log.create(status="in-progress", day=date(2020, 9, 1))

    with on_day(2020, 12, 31):
        html = BeautifulSoup(client.get(COMMITTEE).content, "html.parser")
        entry = words(html.find(id="decision-2"))
        assert "No 2: corrective measure" in entry
        assert "Owner CEN Due December 2020 Status in progress (since 1 September 2020)" in entry
    with on_day(2021, 1, 1):
        assert "Due December 2020 past due" in main_of(client, COMMITTEE)


def test_the_status_is_the_one_of_the_day_asked_about(client, decide):
    decision = decide(1)
    decision.log.create(status="planned", day=date(2020, 5, 4))
    decision.log.create(status="done", day=date(2021, 3, 1))

    assert "Status planned" in main_of(client, f"{COMMITTEE}as-of/2020-06-01/")
    assert "Status done" in main_of(client, f"{COMMITTEE}as-of/2021-06-01/")
    assert "Wording 1" not in main_of(client, f"{COMMITTEE}as-of/2020-05-03/")


@pytest.mark.parametrize(
    "change", ["UPDATE governance_statusentry SET why = 'other'", "DELETE FROM governance_statusentry"]
)
def test_the_database_refuses_to_change_the_log(decide, change):
    decide(1).log.create(status="planned", day=date(2020, 5, 4))

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def decision_form(**changes):
    fields = {
        "number": "7",
        "kind": "measure",
        "disclosure": "public",
        "decided": "2020-05",
        "meeting": "",
        "wording": "Do it",
        "owner": "",
        "due": "",
        "new_status": "planned",
        "new_status_day": "",
        "new_status_why": "Agreed by all five",
        "new_status_why_zh": "五方同意",
        "correction_reason": "",
        "correction_reason_zh": "",
        "action-publish": "1",
        "other_statements": streamfield([]),
        **changes,
    }
    return nested_form_data(fields)


def test_an_editor_adds_a_line_to_the_log_with_name_and_reason(client, db, log_in, on_day):
    user = log_in("Publishers")
    with on_day(2020, 6, 1):
        client.force_login(user)
        response = client.post(reverse("wagtailsnippets_governance_decision:add"), decision_form())

    assert response.status_code == 302
    [entry] = Decision.objects.get(number=7).log.all()
    assert (entry.status, entry.day, entry.why, entry.recorded_by) == (
        "planned",
        date(2020, 6, 1),
        "Agreed by all five",
        "publishers",
    )


@pytest.mark.parametrize(("language", "why"), [("en", "Agreed by all five"), ("zh-hans", "五方同意")])
def test_the_reason_of_a_status_is_read_in_the_language_of_the_page(client, db, log_in, language, why):
    log_in("Publishers")
    client.post(reverse("wagtailsnippets_governance_decision:add"), decision_form())
    client.logout()

    decision = client.get(f"/{language}/steering-committee/decisions/2020/").content.decode()
    data = client.get(f"/{language}/steering-committee/decisions.json").content.decode()
    for text in (decision, data):
        assert [reason for reason in ("Agreed by all five", "五方同意") if reason in text] == [why]


@pytest.mark.parametrize(
    ("changes", "words_"),
    [
        ({"disclosure": "summary"}, "Write the public text, or choose another level."),
        ({"new_status": ""}, "Choose the status that this belongs to."),
        ({"decided": "soon"}, "This date cannot be read."),
    ],
)
def test_a_decision_that_is_not_right_is_refused_and_kept_in_the_form(client, db, log_in, changes, words_):
    log_in("Publishers")

    response = client.post(reverse("wagtailsnippets_governance_decision:add"), decision_form(**changes))

    assert response.status_code == 200
    assert words_ in response.content.decode()
    assert "Agreed by all five" in response.content.decode()
    assert not Decision.objects.exists()


def test_the_register_can_be_filtered_and_taken_out_as_a_table(client, decide, log_in):
    log_in("Publishers")
    decide(1)
    decide(2, kind="measure")
    address = reverse("wagtailsnippets_governance_decision:list")

    table = b"".join(client.get(address, {"kind": "measure", "export": "csv"}).streaming_content).decode()

    assert "Wording 2" in table
    assert "corrective measure" in table
    assert "Wording 1" not in table


def test_a_meeting_tells_where_who_came_and_what_was_decided(client, committee, decide, cen):
    meeting = MeetingPage(
        title="First meeting",
        slug="meeting-1",
        number=1,
        held="2020-05-04",
        city="Brussels",
        online=True,
        host=cen,
        locale=Locale.get_default(),
    )
    meeting.attendances = [MeetingPage._meta.get_field("attendances").related_model(partner=cen)]
    meeting = publish(meeting, committee)
    decide(1, meeting=meeting)
    decide(2, meeting=meeting, disclosure="internal")

    page = main_of(client, meeting.url)
    assert "Meeting No 1 Date 4 May 2020 Place Brussels, and online Host CEN" in page
    assert "Organisations that attended CEN" in page
    assert "Wording 1" in page
    assert "Wording 2" not in page
    assert "First meeting, 4 May 2020" in main_of(client, COMMITTEE)


def test_empty_registers_say_what_is_missing(client, db):
    page = main_of(client, COMMITTEE)

    assert "No meeting is published." in page
    assert "No decision is published." in page
    assert "No member is recorded." in page
    assert "No corrective measure is published." in page
    assert "No list of priorities is published." in main_of(client, f"{COMMITTEE}priorities/")


def test_a_due_date_and_a_line_of_the_log_say_where_they_are_recorded(client, log_in, alone, source):
    log_in("Publishers")
    decision = Decision.objects.create(number=1, decided="2020-05-04", wording="Agreed", disclosure="public")
    address = reverse("wagtailsnippets_governance_decision:edit", args=[decision.pk])
    typed = {
        "due": "2030",
        "due_cited": source("Minutes of 4 May 2020", url="https://example.org/minutes").pk,
        "new_status": "planned",
        "new_status_day": "2020-05-05",
        "new_status_cited": source("A letter of 5 May 2020").pk,
        "action-publish": "1",
    }
    assert client.post(address, filled_in(client.get(address).content, **typed)).status_code == 302

    shown = main_of(client, "/en/steering-committee/")
    assert "Due 2030 [1]" in shown
    assert "planned [2]" in shown
    assert shown.index("Minutes of 4 May 2020") < shown.index("A letter of 5 May 2020")
    register = client.get("/en/steering-committee/decisions.csv").content.decode("utf-8-sig")
    assert "https://example.org/minutes" in register
    assert "2020-05-05: planned – A letter of 5 May 2020" in register
    Decision.objects.update(disclosure="summary", summary="In short")
    for address in ("/en/steering-committee/", "/en/steering-committee/decisions.csv"):
        said = client.get(address).content.decode()
        assert "Minutes of" not in said
        assert "A letter of" not in said


def test_the_next_number_stands_in_the_form_of_a_new_decision(client, log_in):
    log_in("Editors")
    address = reverse("wagtailsnippets_governance_decision:add")
    number = lambda: BeautifulSoup(client.get(address).content, "html.parser").find(id="id_number")["value"]  # noqa: E731
    assert number() == "1"

    Decision.objects.create(number=7, decided="2020-05-04", wording="Agreed", live=False)

    assert number() == "8"
