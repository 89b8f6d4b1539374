"""The queue of tasks without a worker: each is done at once, in the process that hands it in."""

from functools import partial

from django.db import transaction
from django_tasks.backends.immediate import ImmediateBackend

# What reads what the same transaction writes, as the worker does after its commit.
AFTER_COMMIT = ("sesec_portal.search.", "sesec_portal.sources.", "sesec_portal.media.", "sesec_portal.share_images.")


class Tasks(ImmediateBackend):
    """Does each task at once, or when its transaction is committed; a worker does those that are kept all the same."""

    supports_defer = True

    def enqueue(self, task, args, kwargs):
        if not task.module_path.startswith(AFTER_COMMIT):
            return super().enqueue(task, args, kwargs)
        return transaction.on_commit(partial(super().enqueue, task, args, kwargs))
