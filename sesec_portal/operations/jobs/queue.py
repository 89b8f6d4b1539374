"""The queue of tasks that need not be done while somebody waits; it stays in the database."""

from datetime import timedelta
from threading import Event

from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.base import TaskResultStatus
from django_tasks_db import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

KEPT = timedelta(days=14)


def run_pending(stopped: Event) -> None:
    """Do the tasks that wait, one after the other, until none is left or the event `stopped` is set."""
    while _is_kept() and not stopped.is_set() and DBTaskResult.objects.ready().exists():
        _one_task().run()


def requeue_interrupted() -> None:
    """Let the tasks wait again that were being done when the worker was cut off; each can be done twice."""
    DBTaskResult.objects.running().update(status=TaskResultStatus.READY)


def prune() -> None:
    """Forget the tasks that ended more than two weeks ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()


def _is_kept() -> bool:
    """Whether tasks are queued at all; in tests they are done at once."""
    return isinstance(task_backends[DEFAULT_TASK_BACKEND_ALIAS], DatabaseBackend)


def _one_task() -> Worker:
    return Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        interval=0,
        startup_delay=False,
        batch=True,
        max_tasks=1,
        worker_id="worker",
    )
