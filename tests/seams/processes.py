"""A process that is killed at a chosen step of its work, as a machine without power would end it."""

import os
import signal
import traceback
import warnings

from django.db import connection, connections

# How often each deed is killed; nothing where the other tests run, whose process is no good to be copied.
KILLS = int(os.environ.get("SEAMS", 0))
STATEMENT, COMMITTING, COMMITTED = "s", "c", "C"


class Failed(Exception):
    """Raised where the process failed by itself; says how."""


def steps_of(deed, killed_at=0):
    """Do a deed in a process of its own; return the steps that it took, or None where it was killed (SIGKILL).

    A step is STATEMENT, COMMITTING or COMMITTED; the process dies instead of taking the step `killed_at`, from 1.
    """
    connections.close_all()
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Threads of the test runner stay behind; the child needs none of them.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        _live(deed, killed_at, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return None
    if status:
        raise Failed(f"{os.waitstatus_to_exitcode(status)}: {said}")
    return said


def _live(deed, killed_at, writing):
    """Be the child: it ends here, one way or the other."""
    taken = []

    def step(kind):
        taken.append(kind)
        if len(taken) == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(execute, sql, params, many, context):
        step(STATEMENT)
        return execute(sql, params, many, context)

    commit = connection._commit

    def committing():
        step(COMMITTING)
        commit()
        step(COMMITTED)

    connection._commit = committing
    connection.execute_wrappers.append(statement)
    try:
        deed()
    except BaseException:
        os.write(writing, traceback.format_exc().encode())
        os._exit(1)
    os.write(writing, "".join(taken).encode())
    os._exit(0)
