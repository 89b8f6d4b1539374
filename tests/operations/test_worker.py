"""What is scheduled happens, by the clock, whatever went wrong in the round before."""

from datetime import timedelta
from functools import partial
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageLogEntry, Revision

from phases.models import PhasePage
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.operations import heartbeat
from sesec_portal.operations.jobs import clock, parts, publishing, queue
from sesec_portal.search.index.entries import index_pages
from sesec_portal.search.models import SearchEntry
from sesec_portal.settings.wagtail import TASKS
from tests.operations.workers import waiting

FAIL = "tests.operations.workers.fail"


def a_round():
    call_command("worker", once=True, stdout=StringIO())


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    """The sign of life of a test's worker is not that of a running one."""
    settings.RUN_DIR = tmp_path


def test_a_page_is_published_when_its_hour_has_come_and_not_before(client, phase_four, on_day):
    with on_day(2026, 11, 22):
        phase_four.title = "SESEC IV, scheduled"
        phase_four.go_live_at = timezone.now() + timedelta(hours=1)
        phase_four.save_revision().publish()
        a_round()
        assert "scheduled" not in client.get("/en/phases/sesec-iv/").content.decode()

    with on_day(2026, 11, 22, 14):
        a_round()
        assert "SESEC IV, scheduled" in client.get("/en/phases/sesec-iv/").content.decode()


def test_a_page_is_taken_down_when_it_expires(client, phase_four, on_day):
    phase_four.expire_at = timezone.now() + timedelta(days=1)
    phase_four.save_revision().publish()

    with on_day(2100, 1, 1):
        a_round()
    assert client.get("/en/phases/sesec-iv/").status_code == 404


def test_a_database_that_is_away_does_not_end_the_worker(db, monkeypatch, caplog):
    def broken():
        raise OperationalError("the database is away")

    monkeypatch.setattr(clock, "tick", broken)

    a_round()

    assert "the database is away" in caplog.text
    assert PhasePage.objects.exists()


@pytest.mark.parametrize("part", ["_take_down", "_each_minute"])
def test_a_part_of_the_clockwork_that_fails_says_so_and_the_others_have_their_turn(
    client, phase_four, on_day, monkeypatch, caplog, part
):
    def broken():
        raise KeyError("whatever it is")

    monkeypatch.setattr(clock, part, broken)
    phase_four.title, phase_four.go_live_at = "SESEC IV, scheduled", timezone.now() + timedelta(days=1)
    phase_four.save_revision().publish()
    with on_day(2100, 1, 1):
        a_round()

    assert "whatever it is" in caplog.text
    assert "SESEC IV, scheduled" in client.get("/en/phases/sesec-iv/").content.decode()


def test_a_part_that_fails_fails_alone_and_is_tried_again_after_pauses_that_grow(db, monkeypatch, caplog, on_day):
    tried, done = [], []

    def broken():
        tried.append(round((timezone.now() - start).total_seconds() / 60))
        raise KeyError("whatever it is")

    monkeypatch.setitem(parts.EACH_MINUTE, "search", broken)
    monkeypatch.setitem(parts.EACH_MINUTE, "views", lambda: done.append("views"))
    with on_day(2026, 11, 22):
        start = timezone.now()
        for minute in range(20):
            with time_machine.travel(start + timedelta(minutes=minute), tick=False):
                a_round()
    assert tried == [0, 1, 2, 5, 12]
    assert len(done) == 20
    assert "whatever it is" in caplog.text

    with time_machine.travel(start + timedelta(days=30), tick=False):
        a_round()
    with time_machine.travel(start + timedelta(days=31), tick=False):
        a_round()
    assert len(tried) == 7


def test_a_page_that_is_refused_keeps_its_schedule_and_holds_up_no_other(client, phase_index, on_day, caplog):
    with on_day(2026, 11, 22):
        for number in (1, 2, 3):
            phase = PhasePage.objects.get(number=number)
            phase.number = 3 if number == 3 else 9
            phase.title = f"Phase {number} rescheduled"
            phase.go_live_at = timezone.now() + timedelta(minutes=number)
            phase.save_revision().publish()

    with on_day(2026, 11, 22, 14):
        a_round()

    assert "Phase 2 rescheduled was not published: This number is taken." in caplog.text
    titles = list(PhasePage.objects.originals().order_by("path").values_list("title", flat=True))
    assert titles == ["Phase 1 rescheduled", "SESEC II", "Phase 3 rescheduled", "SESEC IV", "SESEC V"]
    assert PhasePage.objects.get(number=2).scheduled_revision


def test_what_waits_in_the_queue_is_done_and_taken_up_again_after_a_breakdown(client, home, settings):
    settings.TASKS = TASKS
    page = publish(StandardPage(title="Xylophone", slug="xylophone", locale=home.locale), home)
    SearchEntry.objects.filter(page_id=page.pk).update(title="Nothing")
    index_pages.enqueue([page.pk])
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING)

    a_round()

    assert SearchEntry.objects.get(page_id=page.pk).title == "Xylophone"
    assert not DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exclude(queue_name=queue.NIGHT).exists()


def test_tasks_that_ended_long_ago_are_forgotten(db, on_day):
    for day, status in ((1, TaskResultStatus.SUCCESSFUL), (18, TaskResultStatus.FAILED)):
        with on_day(2026, 11, day):
            DBTaskResult.objects.create(
                status=status, finished_at=timezone.now(), run_after=timezone.now(), args_kwargs={}, task_path="x"
            )

    with on_day(2026, 11, 22):
        a_round()

    assert [result.status for result in DBTaskResult.objects.filter(task_path="x")] == [TaskResultStatus.FAILED]


def test_what_was_done_meanwhile_is_left_alone(phase_four, cen, on_day):
    with on_day(2026, 11, 22):
        phase_four.go_live_at = cen.expire_at = timezone.now() + timedelta(hours=1)
        phase_four.save_revision().publish()
        cen.save_revision().publish()
        version = PhasePage.objects.get(pk=phase_four.pk).scheduled_revision
        publishing.publish.call(version.pk)
        assert not PageLogEntry.objects.filter(action__endswith=".scheduled").exists()
    with on_day(2026, 11, 22, 14):
        for _worker in range(2):
            publishing.publish.call(version.pk)
            publishing.take_down.call("wagtailcore.Page", cen.pk)

    logged = PageLogEntry.objects.filter(action__endswith=".scheduled").order_by("action")
    assert list(logged.values_list("action", "page")) == [
        ("wagtail.publish.scheduled", phase_four.pk),
        ("wagtail.unpublish.scheduled", cen.pk),
    ]


@pytest.mark.parametrize("content", [{}, [], "garbage"])
def test_a_version_that_cannot_be_read_holds_up_no_other_and_is_tried_again(
    client, phase_four, cen, on_day, caplog, content
):
    for page in (phase_four, cen):
        page.title, page.go_live_at = f"{page.title}, scheduled", timezone.now() + timedelta(days=1)
        page.save_revision().publish()
    broken = phase_four.scheduled_revision
    Revision.objects.filter(pk=broken.pk).update(content=content)

    with on_day(2100, 1, 1):
        a_round()
    assert "CEN, scheduled" in client.get(cen.url).content.decode()
    assert "SESEC IV, scheduled was not published: " in caplog.text
    assert "Traceback" in caplog.text
    assert Revision.objects.get(pk=broken.pk).approved_go_live_at

    Revision.objects.filter(pk=broken.pk).update(content=broken.content)
    with on_day(2100, 1, 2):
        a_round()
    assert "SESEC IV, scheduled" in client.get("/en/phases/sesec-iv/").content.decode()


def test_what_the_apps_handed_in_is_tried_again_for_three_days(db, on_day):
    with on_day(2026, 11, 22):
        waiting("fail", "always")
        a_round()
        a_round()
        assert len(DBTaskResult.objects.get(task_path=FAIL).worker_ids) == 2
    for day in (24, 26, 28):
        with on_day(2026, 11, day):
            a_round()

    given_up = DBTaskResult.objects.get(task_path=FAIL)
    assert given_up.status == TaskResultStatus.FAILED
    assert len(given_up.worker_ids) == 3
    assert "always" in given_up.traceback


def test_the_night_is_done_once_and_one_that_was_missed_is_made_up_once(db, on_day, monkeypatch):
    done = []
    for part in parts.EACH_NIGHT:
        monkeypatch.setitem(parts.EACH_NIGHT, part, partial(done.append, part))

    def at(day, hour):
        with on_day(2026, 11, day, hour):
            for _worker in range(2):
                clock.tick()
                queue.do_all(of_the_night=True)
        return len(done)

    assert at(22, 3) == 0
    assert at(22, 4) == len(parts.EACH_NIGHT)
    assert at(22, 23) == at(23, 3) == len(parts.EACH_NIGHT)
    assert at(23, 4) == 2 * len(parts.EACH_NIGHT)
    # Nobody was there in the nights of the 24th and the 25th.
    assert at(25, 14) == at(26, 3) == 3 * len(parts.EACH_NIGHT)
    assert at(26, 4) == 4 * len(parts.EACH_NIGHT)
    assert done == [*parts.EACH_NIGHT] * 4


def test_a_part_of_the_night_that_fails_holds_up_no_other_and_is_done_when_it_can_be(db, on_day, monkeypatch):
    done = []
    for part in parts.EACH_NIGHT:
        monkeypatch.setitem(parts.EACH_NIGHT, part, partial(done.append, part))
    with monkeypatch.context() as fault, on_day(2026, 11, 22, 4):
        fault.setitem(parts.EACH_NIGHT, "search", {}.pop)
        call_command("nightly")
        assert done == [part for part in parts.EACH_NIGHT if part != "search"]
    with on_day(2026, 11, 22, 5):
        clock.tick()
        queue.do_all(of_the_night=True)

    assert done[-1] == "search"
    assert len(done) == len(parts.EACH_NIGHT)


def test_a_round_leaves_a_sign_of_life(db):
    assert heartbeat.silence() is None

    a_round()

    assert heartbeat.silence() < heartbeat.PATIENCE
