"""A process that is killed at a chosen step of its work, as a machine without power would end it."""

import os
import signal
import traceback
import warnings

from django.db import connection, connections


class Failed(Exception):
    """Raised where the process failed by itself; says how."""


def steps_of(deed, killed_at=0):
    """Do a deed in a process of its own; return how many steps it took, or None where it was killed (SIGKILL).

    A step is a statement, and each end of a commit. `killed_at` counts from the end of the deed where it is negative
    and from its beginning where it is positive: then the process dies instead of taking that step.
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
    if os.WEXITSTATUS(status):
        raise Failed(said)
    return int(said)


def _live(deed, killed_at, writing):
    """Be the child: it ends here, one way or the other."""
    taken = 0

    def step():
        nonlocal taken
        taken += 1
        if taken == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(execute, sql, params, many, context):
        step()
        return execute(sql, params, many, context)

    commit = connection._commit

    def committing():
        step()
        commit()
        step()

    connection._commit = committing
    connection.execute_wrappers.append(statement)
    try:
        deed()
    except BaseException:
        os.write(writing, traceback.format_exc().encode())
        os._exit(1)
    os.write(writing, str(taken).encode())
    os._exit(0)
