"""What is the same on every page, asked for once an edition: the time from one move of the generation to the next."""

import functools
from contextlib import contextmanager
from contextvars import ContextVar

_edition = ContextVar("edition", default=None)


class _Kept:
    """What this process has asked for in an edition, by what asked for it."""

    def __init__(self, generation):
        self.generation = generation
        self.answers = {}


_latest = _Kept(None)


@contextmanager
def edition(generation):
    """Inside the block, what is `once_an_edition` belongs to a generation; outside any block it is asked for anew."""
    global _latest
    if _latest.generation != generation:
        _latest = _Kept(generation)
    token = _edition.set(_latest)
    try:
        yield
    finally:
        _edition.reset(token)


def once_an_edition(function):
    """Keep what a function returns for as long as the content stays as it is.

    Its arguments must be hashable, and its answer must follow from them and from the content alone: not from the day,
    the reader or the active language. All requests of a process share the answer, so nobody may change it.
    """

    @functools.wraps(function)
    def asked(*arguments):
        kept = _edition.get()
        if kept is None:
            return function(*arguments)
        key = (function, *arguments)
        if key not in kept.answers:
            kept.answers[key] = function(*arguments)
        return kept.answers[key]

    return asked
