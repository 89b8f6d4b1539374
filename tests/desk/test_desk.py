"""What lies on an editor's desk: what needs somebody, why, since when, and where it is done."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission, User
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail.users.models import UserProfile

from governance.models import Decision, Seat, TermOfOffice
from newsroom.models import EventFile, EventIndexPage
from partners.models import Person
from phases.models import PhasePage
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish, publish_phase
from sesec_portal.home.starter.newsroom import publish_event
from sesec_portal.home.starter.standards import publish_call
from sesec_portal.languages.models import BehindOriginal
from sesec_portal.operations import heartbeat
from standards.models import CallIndexPage
from tests.reading import words

BEFORE = datetime(2031, 3, 4, 12, tzinfo=UTC)
SEVEN_MONTHS_LATER = BEFORE + timedelta(days=214)


@pytest.fixture(autouse=True)
def _a_worker_at_work(settings, tmp_path):
    settings.RUN_DIR = tmp_path


@pytest.fixture
def desk(client):
    """Return the rows of the desk, each as the words of its cells: `desk("?mine=1")`."""

    def rows(narrowed=""):
        html = BeautifulSoup(client.get(f"/admin/desk/{narrowed}").content, "html.parser")
        return [[words(cell) for cell in row.find_all(["th", "td"])] for row in html.select("tbody tr")]

    return rows


@pytest.fixture
def at(monkeypatch):
    """Let it be another moment, with a worker that was heard a moment ago: `with at(moment):`."""

    def travelled(moment):
        monkeypatch.setattr(heartbeat, "silence", lambda: 1)
        return time_machine.travel(moment, tick=False)

    return travelled


@pytest.fixture
def log_in_at(client, django_user_model):
    """Log in as somebody of a role; the session is of the moment at which this is called."""

    def enter(group, name="marie"):
        user, _new = django_user_model.objects.get_or_create(username=name, first_name=name.title())
        user.groups.set([Group.objects.get(name=group)])
        client.force_login(user)
        cache.clear()
        return user

    return enter


def titles(rows, kind):
    return [row[0] for row in rows if row[2] == kind]


@pytest.fixture
def portal(home, phase_index, at):
    """A phase that runs, a measure, a call and an event to come, and a seat that is held."""
    with at(BEFORE):
        index = {"locale": home.locale}
        phase = publish_phase(
            phase_index, title="SESEC X", slug="x", number=10, starts="2030-01", planned_end="2031-06", **index
        )
        measure = Decision.objects.create(
            number=7, kind="measure", decided="2031-01", due="2031-05", wording="Report", disclosure="internal"
        )
        call = publish_call(
            CallIndexPage.objects.originals().get(),
            title="Kites",
            slug="kites",
            kind="national",
            deadline="2031-04-01[Asia/Shanghai]",
            **index,
        )
        event = publish_event(
            EventIndexPage.objects.originals().get(),
            title="Fair",
            slug="fair",
            kind="webinar",
            starts="2031-04-02T09:00+08:00[Asia/Shanghai]",
            **index,
        )
        seat = Seat.objects.first()
        holder = Person.objects.create(name="Ada Sample")
        TermOfOffice.objects.create(seat=seat, holder=holder, starts="2030-01", ends="2031-10-20")
    return {"phase": phase, "measure": measure, "call": call, "event": event, "seat": seat}


OVERDUE = {
    "Phases past their planned end": ["SESEC X"],
    "Measures past due": ["corrective measure 7"],
    "Closed calls without an outcome": ["Kites"],
    "Past events without a report": ["Fair"],
}


def test_seven_months_later_it_lists_what_is_overdue_and_no_more_of_it_once_it_is_done(desk, portal, at, log_in_at):
    with at(BEFORE):
        log_in_at("Editors")
        before = desk()
    # The end of a phase of long ago is not on record.
    assert [row[0] for row in before if row[2] in OVERDUE] == ["SESEC IV"]

    with at(SEVEN_MONTHS_LATER):
        log_in_at("Editors")
        rows = desk()
        for kind, listed in OVERDUE.items():
            assert [title for title in titles(rows, kind) if title != "SESEC IV"] == listed, kind
        told = {row[0]: (row[1], row[3]) for row in rows if row[2] in OVERDUE}
        assert told["SESEC X"] == ("its planned end has passed, and no real end is recorded", "June 2031")
        assert told["corrective measure 7"] == ("due, and neither done nor dropped", "May 2031")
        assert told["Kites"] == ("closed, and no outcome is recorded", "1 April 2031")
        assert titles(rows, "Terms of office that end within 60 days") == [str(portal["seat"])]

        phase = PhasePage.objects.get(pk=portal["phase"].pk)
        phase.ends = "2031-06"
        phase.save_revision().publish()
        portal["measure"].log.create(status="done", day=date(2031, 5, 30))
        portal["call"].outcome = "Adopted"
        portal["call"].save_revision().publish()
        EventFile.objects.create(page=portal["event"], kind="report", address="https://sesec.example/report")

        assert [row[0] for row in desk() if row[2] in OVERDUE] == ["SESEC IV"]


def test_each_row_leads_to_the_form_in_which_it_is_done(client, portal, at, log_in_at):
    with at(SEVEN_MONTHS_LATER):
        log_in_at("Editors")
        html = BeautifulSoup(client.get("/admin/desk/").content, "html.parser")
        for link in html.select("tbody a"):
            assert client.get(link["href"]).status_code == 200, link["href"]
        assert html.find("a", string="SESEC X")["href"] == reverse("wagtailadmin_pages:edit", args=[portal["phase"].pk])


def test_what_stops_everything_comes_first_and_of_the_rest_what_has_waited_longest(
    client, desk, portal, log_in_at, monkeypatch
):
    monkeypatch.setattr(heartbeat, "silence", lambda: 3600)
    with time_machine.travel(SEVEN_MONTHS_LATER, tick=False):
        log_in_at("Editors")
        rows = desk()
        late = BeautifulSoup(client.get("/admin/desk/").content, "html.parser").select_one(".desk-urgent")

    assert rows[0][0] == "The worker"
    assert rows[0][1].startswith("last heard 60 minutes ago")
    assert "The worker" in words(late)
    overdue = [row[0] for row in rows if row[2] in OVERDUE]
    assert overdue == ["SESEC IV", "Kites", "Fair", "corrective measure 7", "SESEC X"]


def test_nobody_is_told_of_what_their_role_can_do_nothing_about(client, desk, portal, at, django_user_model):
    with at(SEVEN_MONTHS_LATER):
        user = django_user_model.objects.create_user("guest")
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        assert {row[2] for row in desk()} <= {"Sources that disagree"}


def test_the_menu_counts_and_the_front_page_begins_with_it(client, desk, portal, at, log_in_at):
    with at(SEVEN_MONTHS_LATER):
        log_in_at("Editors")
        number = len(desk())
        front = client.get("/admin/").content.decode()

    assert f"What needs you ({number})" in front
    panel = BeautifulSoup(front, "html.parser").find("section", attrs={"aria-labelledby": "desk"})
    assert "SESEC X" in words(panel)


def test_what_was_sent_back_and_what_was_left_as_a_draft_is_ones_own(desk, home, log_in_at, at):
    with at(BEFORE):
        marie = log_in_at("Editors")
        page = publish(StandardPage(title="Kites", slug="kites-page", locale=home.locale), home)
        page.title = "Kites fly"
        page.save_revision(user=marie)
        sent = publish(StandardPage(title="Sent", slug="sent", locale=home.locale), home)
        sent.save_revision(user=marie)
        sent.get_workflow().start(sent, marie)
        reviewer = User.objects.create_user("paul", first_name="Paul")
        reviewer.groups.add(Group.objects.get(name="Publishers"))
        state = sent.current_workflow_task_state
        state.task.specific.on_action(state, reviewer, "reject", comment="Which kites?")
        rows = desk("?mine=1")
        assert [row[:3] for row in rows] == [["Sent", "paul sent it back: Which kites?", "Sent back to you"]]

    with at(BEFORE + timedelta(days=8)):
        log_in_at("Editors")
        assert titles(desk("?mine=1"), "Your drafts older than a week") == ["Kites fly"]
        log_in_at("Editors", "somebody-else")
        assert desk("?mine=1") == []


def test_what_happens_by_itself_soon_is_listed_and_what_should_have_happened(desk, home, at, log_in_at):
    with at(BEFORE):
        marie = log_in_at("Editors")
        page = publish(StandardPage(title="Kites", slug="kites-page", locale=home.locale), home)
        page.go_live_at = BEFORE + timedelta(days=20)
        page.save_revision(user=marie).publish()
        assert "Kites" not in titles(desk(), "Happens by itself within two weeks")
    for days, reason in ((10, "a version is published"), (21, "set for this time, and not done yet")):
        with at(BEFORE + timedelta(days=days)):
            log_in_at("Editors")
            [row] = [row for row in desk() if row[2] == "Happens by itself within two weeks"]
            assert row[0] == "Kites"
            assert reason in row[1]


def test_a_translation_behind_its_original_is_listed(desk, phase_four, at, log_in_at):
    chinese = Page.objects.get(translation_key=phase_four.translation_key, locale__language_code="zh-hans")
    BehindOriginal.objects.create(page=chinese, since=date(2031, 3, 1))
    with at(BEFORE):
        log_in_at("Editors")
        assert titles(desk("?about=translations"), "Translations behind their originals") == [chinese.title]


def test_it_costs_as_many_queries_however_much_there_is(
    client, portal, at, log_in_at, django_assert_max_num_queries, home
):
    with at(SEVEN_MONTHS_LATER):
        log_in_at("Editors")
        client.get("/admin/desk/")
        with CaptureQueriesContext(connection) as few:
            client.get("/admin/desk/")
        at_first = len(few.captured_queries)
        for number in range(100, 130):
            Decision.objects.create(
                number=number, kind="measure", decided="2031-01", due="2031-05", wording="Report", disclosure="public"
            )
        call = portal["call"]
        for number in range(10):
            publish_call(
                call.get_parent().specific,
                title=f"Kites {number}",
                slug=f"kites-{number}",
                kind="national",
                deadline="2031-04-01[Asia/Shanghai]",
                locale=home.locale,
            )
        client.get("/admin/desk/")
        with django_assert_max_num_queries(at_first):
            assert client.get("/admin/desk/").content.decode().count("<tr") > 40


def test_it_is_in_chinese_for_who_works_in_chinese(client, portal, at, log_in_at):
    with at(SEVEN_MONTHS_LATER):
        user = log_in_at("Editors")
        UserProfile.objects.create(user=user, preferred_language="zh-hans")
        text = words(BeautifulSoup(client.get("/admin/desk/").content, "html.parser").main)

    assert "待您处理" in text
    assert "2031年4月1日" in text
    assert "neither done" not in text
