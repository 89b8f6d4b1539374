"""Workers as processes of their own, on one database, and what they may be given to do."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from tests.databases import ROOT, environment_of

# Seconds that a busy machine may need.
PATIENCE = 60


@contextmanager
def workers(number, database, *, every=1, **environment):
    """Run so many workers on a database; they are gone at the end."""
    command = [sys.executable, str(ROOT / "manage.py"), "worker", "--every", str(every)]
    environment = {**environment_of(database), **environment}
    Path(environment["RUN_DIR"]).mkdir(parents=True, exist_ok=True)
    started = [subprocess.Popen(command, env=environment, cwd=ROOT) for _ in range(number)]
    try:
        yield started
    finally:
        for each in started:
            each.kill()
            each.wait()


def until(condition):
    """Wait until something holds, as long as a busy machine may need; return it."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end, "It did not come about."
        time.sleep(0.2)
    return found


def waiting(name, *arguments, **fields):
    """Hand in one of the tasks below; return its row."""
    fields = {"backend_name": "default", "run_after": timezone.now(), **fields}
    return DBTaskResult.objects.create(
        task_path=f"{__name__}.{name}", args_kwargs={"args": arguments, "kwargs": {}}, **fields
    )


@task
def tell(file, seconds=0):
    """Write into a file which process this is; whoever is the first there takes some time over it."""
    is_first = not Path(file).exists()
    with Path(file).open("a") as lines:
        lines.write(f"{os.getpid()}\n")
    if is_first:
        time.sleep(seconds)


@task
def linger(file):
    """Write into a file as `tell` does; whoever is the first there asks the database for ever."""
    is_first = not Path(file).exists()
    tell.call(file)
    while is_first:
        time.sleep(0.1)
        DBTaskResult.objects.exists()


@task
def fail(words):
    """Fail, whatever is tried."""
    raise KeyError(words)
