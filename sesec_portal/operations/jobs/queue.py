"""The queue of what need not be done while somebody waits, and of what is due by the clock; it stays in the database.

Any number of workers take from it. Each signs for a task with the session of the database in which it does it: once
that session has ended, so has the worker, or it has lost the connection over which it would do the rest. What such a
session has signed for waits again, so a task must bear being done twice.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

from django.db import connection
from django.utils import timezone
from django_tasks.base import DEFAULT_TASK_BACKEND_ALIAS, Task, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

# What is due by the clock, and what is done at night, beside the rest; what the apps hand in is in another one.
CLOCK, NIGHT = "clock", "night"

_NAMES = UUID("0f4b7f0e-6a53-4a3e-9b1c-5d1f6b0c2026")
# Any number that nothing else locks.
_NIGHT_LOCK = 2026_12_01
# The number of a process comes again, but not with the moment at which it began.
_SESSIONS = "SELECT pid || '/' || extract(epoch FROM backend_start) FROM pg_stat_activity"
_OWN_SESSION = f"{_SESSIONS} WHERE pid = pg_backend_pid()"


class _Hand(Worker):
    """Does one task."""

    @property
    def worker_id(self) -> str:
        """The session in which a task is taken, of the same transaction; the log, which asks too, gets none."""
        return _asked(_OWN_SESSION).pop() if connection.in_atomic_block else ""

    @worker_id.setter
    def worker_id(self, given: str) -> None:
        """Take none that is given."""

    def run_task(self, db_task_result: DBTaskResult) -> None:
        """Do a task; of the night's only one at a time, in the order in which they were taken."""
        if db_task_result.queue_name != NIGHT:
            super().run_task(db_task_result)
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_NIGHT_LOCK])
            try:
                super().run_task(db_task_result)
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_NIGHT_LOCK])


def want(task: Task, calls: Iterable[tuple[object, ...]], at: datetime) -> None:
    """Have a task done at a moment, once for each of its calls, by their arguments, however often that is wanted.

    Each call has one row, which stays: what has been done waits anew, and what failed is tried again by its own pauses.
    """
    rows: list[DBTaskResult] = [
        DBTaskResult(
            id=uuid5(_NAMES, json.dumps([task.module_path, *arguments])),
            args_kwargs={"args": list(arguments), "kwargs": {}},
            priority=task.priority,
            task_path=task.module_path,
            queue_name=task.queue_name,
            backend_name=task.backend,
            run_after=at,
        )
        for arguments in calls
    ]
    done = DBTaskResult.objects.successful().filter(pk__in=[row.pk for row in rows])
    done.update(status=TaskResultStatus.READY, run_after=at, enqueued_at=timezone.now(), worker_ids=[])
    DBTaskResult.objects.bulk_create(rows, ignore_conflicts=True)


def do_next(*, of_the_night: bool = False) -> bool:
    """Do the next task that waits; return whether there was one."""
    hand = _Hand(
        queue_names=[NIGHT] if of_the_night else ["*"],
        excluded_queue_names=[] if of_the_night else [NIGHT],
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        interval=0,
        startup_delay=False,
        batch=True,
        max_tasks=1,
        worker_id="",
    )
    hand.run()
    return hand._run_tasks > 0


def do_all(*, of_the_night: bool = False) -> None:
    """Do what waits, one after the other, until nothing is left."""
    while do_next(of_the_night=of_the_night):
        pass


def is_waiting(queue_name: str) -> bool:
    """Tell whether a task of a queue waits to be done by now, and none of it is being done."""
    tasks = DBTaskResult.objects.filter(queue_name=queue_name)
    return tasks.ready().exists() and not tasks.running().exists()


def forget_waiting(queue_name: str) -> None:
    """Forget what waits in a queue, now or until its hour."""
    DBTaskResult.objects.filter(queue_name=queue_name, status=TaskResultStatus.READY).delete()


def living_sessions() -> set[str]:
    """Return every session of the database that there is, as tasks are signed for."""
    return _asked(_SESSIONS)


def _asked(sessions: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(sessions)
        return {session for (session,) in cursor.fetchall()}
