"""Several workers on one database: each thing is done once, and what a worker dies over another one does."""

import subprocess
import sys
import time
from datetime import timedelta

from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageLogEntry, Revision

from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.operations.jobs import parts, queue
from tests.databases import ROOT, away, environment_of
from tests.operations.workers import until, waiting, workers


def scheduled(number, **fields):
    """Make published pages with a version whose hour was a minute ago."""
    home = HomePage.objects.get(locale__language_code="en")
    pages = [
        publish(StandardPage(title=f"Text {count}", slug=f"text-{count}", summary="x", locale=home.locale), home)
        for count in range(number)
    ]
    for page in pages:
        page.title, page.go_live_at = f"{page.title}, later", timezone.now() + timedelta(hours=1)
        version = page.save_revision()
        version.publish()
        hour = timezone.now() - timedelta(minutes=1)
        content = {**version.content, "go_live_at": hour.isoformat()}
        Revision.objects.filter(pk=version.pk).update(approved_go_live_at=hour, content=content)
    return pages


def times_published(pages):
    log = PageLogEntry.objects.filter(action="wagtail.publish.scheduled", page__in=pages)
    return sorted(log.values_list("page__title", flat=True))


def test_each_page_is_published_once(own_database):
    pages = scheduled(4)
    with workers(4, own_database):
        until(lambda: len(set(times_published(pages))) == 4)
        until(lambda: not Revision.objects.filter(approved_go_live_at__isnull=False).exists())

    assert times_published(pages) == [f"Text {count}, later" for count in range(4)]


def told(file):
    return file.read_text().splitlines()


def rounds_are_done():
    """Wait until what is done each minute has been done from now on."""
    since = timezone.now()
    of_the_minute = DBTaskResult.objects.filter(task_path=parts.of_the_minute.module_path, finished_at__gt=since)
    until(lambda: of_the_minute.count() == len(parts.EACH_MINUTE))


def is_done(task):
    return DBTaskResult.objects.successful().filter(pk=task.pk).exists()


def test_what_a_worker_dies_over_is_done_by_another_and_not_before(own_database, tmp_path):
    file = tmp_path / "told"
    task = waiting("tell", str(file), 600)
    with workers(1, own_database) as [first]:
        until(file.exists)
        with workers(2, own_database):
            rounds_are_done()
            rounds_are_done()
            assert len(told(file)) == 1
            first.kill()
            until(lambda: is_done(task))

    assert len(told(file)) == 2


def test_what_loses_its_connection_ends(own_database, tmp_path):
    file = tmp_path / "told"
    task = waiting("linger", str(file))
    with workers(1, own_database) as [worker]:
        until(file.exists)
        task.refresh_from_db()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [task.worker_ids[-1].partition("/")[0]])
        until(lambda: is_done(task))

    assert told(file) == [str(worker.pid)] * 2


def test_each_task_is_done_once_whoever_takes_it(own_database, tmp_path):
    files = [tmp_path / str(number) for number in range(20)]
    tasks = [waiting("tell", str(file), 1) for file in files]
    with workers(4, own_database):
        until(lambda: all(map(is_done, tasks)))
        rounds_are_done()

    assert {len(told(file)) for file in files} == {1}
    assert len({told(file)[0] for file in files}) > 1


def test_what_waits_for_the_night_is_done_once_by_a_process_of_its_own(own_database, tmp_path):
    file = tmp_path / "told"
    task = waiting("tell", str(file), 3, queue_name=queue.NIGHT)
    with workers(2, own_database) as started:
        until(lambda: is_done(task))
        rounds_are_done()
        pids = {str(worker.pid) for worker in started}

    assert len(told(file)) == 1
    assert not pids.intersection(told(file))


def test_the_parts_of_the_night_are_done_one_at_a_time_over_all_workers(own_database, tmp_path):
    first = waiting("tell", str(tmp_path / "first"), 15, queue_name=queue.NIGHT)
    second = waiting("tell", str(tmp_path / "second"), queue_name=queue.NIGHT)
    command = [sys.executable, str(ROOT / "manage.py"), "nightly", "--due"]
    nights = [subprocess.Popen(command, env=environment_of(own_database), cwd=ROOT) for _ in range(2)]
    assert [night.wait() for night in nights] == [0, 0]

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.worker_ids != second.worker_ids
    assert (tmp_path / "second").stat().st_mtime >= first.finished_at.timestamp()


def test_a_database_that_is_away_ends_no_worker_and_leaves_no_connections_behind(own_database, tmp_path):
    with workers(2, own_database) as started:
        rounds_are_done()
        with away(own_database):
            time.sleep(5)
        task = waiting("tell", str(tmp_path / "told"))
        until(lambda: is_done(task))
        for _ in range(3):
            rounds_are_done()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
            assert cursor.fetchone()[0] <= 1 + len(started)
        assert [worker.poll() for worker in started] == [None, None]
