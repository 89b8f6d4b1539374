"""What failed, or was cut off with its worker: tried again after pauses that grow, told of, and forgotten at last."""

import logging
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django_tasks.base import DEFAULT_TASK_QUEUE_NAME, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .queue import living_sessions

# For so long what ended is remembered.
KEPT = timedelta(days=14)
# For so long what the apps handed in is tried again; what is due by the clock is until it is done.
PATIENCE = timedelta(days=3)
LONGEST_PAUSE = timedelta(days=1)
# In the place of the class of an exception.
CUT_OFF = "CutOff"

logger = logging.getLogger(__name__)


def give_back() -> None:
    """Take what was signed for by a session that has ended for failed."""
    running = list(DBTaskResult.objects.running())
    # Only now: a session that is not among them had ended before this moment, and signed before that.
    alive = living_sessions()
    for task in running:
        if not alive.intersection(task.worker_ids[-1:]):
            logger.error("A worker ended in the middle of %s, which is done again.", task.task_path)
            DBTaskResult.objects.running().filter(pk=task.pk, worker_ids=task.worker_ids).update(
                status=TaskResultStatus.FAILED, finished_at=timezone.now(), exception_class_path=CUT_OFF, traceback=""
            )


def try_again() -> None:
    """Let what has failed wait for its next turn, after pauses of nothing, 1, 3, 7 … minutes, and a day at last."""
    failed = DBTaskResult.objects.failed()
    for task in failed:
        if is_given_up(task):
            continue
        minutes = 2 ** min(max(len(task.worker_ids) - 1, 0), 11) - 1
        after = (task.finished_at or timezone.now()) + min(timedelta(minutes=minutes), LONGEST_PAUSE)
        failed.filter(pk=task.pk).update(status=TaskResultStatus.READY, run_after=after)


def is_given_up(task: DBTaskResult) -> bool:
    """Tell whether a task has failed for so long that it is not tried again by itself."""
    is_kept_up = task.queue_name != DEFAULT_TASK_QUEUE_NAME or task.enqueued_at > timezone.now() - PATIENCE
    return task.status == TaskResultStatus.FAILED and not is_kept_up


def failing() -> QuerySet[DBTaskResult]:
    """Return what has failed and was not done since, whether it waits to be tried again or was given up."""
    undone = DBTaskResult.objects.filter(status__in=[TaskResultStatus.READY, TaskResultStatus.FAILED])
    return undone.exclude(exception_class_path="")


def try_now(key: UUID) -> bool:
    """Let a task that has failed, by its key, wait as if it were new; return whether it had."""
    return bool(
        failing()
        .filter(pk=key)
        .update(
            status=TaskResultStatus.READY,
            run_after=timezone.now(),
            enqueued_at=timezone.now(),
            worker_ids=[],
            exception_class_path="",
            traceback="",
        )
    )


def prune() -> None:
    """Forget what ended more than two weeks ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()
