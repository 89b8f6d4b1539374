"""What is scheduled happens, by the clock, whatever went wrong in the round before."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from phases.models import PhasePage
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.operations import heartbeat
from sesec_portal.search.index.entries import index_pages
from sesec_portal.search.models import SearchEntry


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


def test_a_round_that_fails_says_so_and_does_not_end_the_clockwork(db, monkeypatch, caplog):
    def broken():
        raise OperationalError("the database is away")

    monkeypatch.setattr("sesec_portal.operations.jobs.schedule.run", broken)
    monkeypatch.setattr("sesec_portal.operations.management.commands.worker.close_old_connections", lambda: None)

    a_round()

    assert "the database is away" in caplog.text
    assert PhasePage.objects.exists()


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


def test_what_waits_in_the_queue_is_done_and_taken_up_again_after_a_breakdown(client, home, settings, monkeypatch):
    # The worker drops connections between two tasks; that of a test must stay.
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    page = publish(StandardPage(title="Xylophone", slug="xylophone", locale=home.locale), home)
    SearchEntry.objects.filter(page_id=page.pk).update(title="Nothing")
    index_pages.enqueue([page.pk])
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING)

    a_round()

    assert SearchEntry.objects.get(page_id=page.pk).title == "Xylophone"
    assert not DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exists()


def test_tasks_that_ended_long_ago_are_forgotten(db, on_day):
    for day, status in ((1, TaskResultStatus.SUCCESSFUL), (20, TaskResultStatus.FAILED)):
        with on_day(2026, 11, day):
            DBTaskResult.objects.create(
                status=status, finished_at=timezone.now(), run_after=timezone.now(), args_kwargs={}, task_path="x"
            )

    with on_day(2026, 11, 22):
        a_round()

    assert [result.status for result in DBTaskResult.objects.all()] == [TaskResultStatus.FAILED]


def test_a_round_leaves_a_sign_of_life(db):
    assert heartbeat.silence() is None

    a_round()

    assert heartbeat.silence() < heartbeat.PATIENCE
