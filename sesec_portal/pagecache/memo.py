"""What is asked for once per generation of the content, because it is the same on every page."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, TypeVarTuple, cast

A = TypeVarTuple("A")
T = TypeVar("T")

# The lists of a portal in its languages are a few dozen values; but readers can ask for any day.
_MOST = 200


class _Memo:
    """What the functions of this process have returned in one generation."""

    def __init__(self, generation: str | None) -> None:
        self.generation = generation
        self.value = functools.lru_cache(_MOST)(lambda function, *arguments: function(*arguments))


_latest = _Memo(None)
_current: ContextVar[_Memo | None] = ContextVar("memo of the generation", default=None)


@contextmanager
def memoized_for(generation: str) -> Iterator[None]:
    """Inside the block, functions `once_per_generation` share what they return; outside any block they run each time.

    Argument: the generation of the content, read before anything that the block makes.
    """
    global _latest
    if _latest.generation != generation:
        _latest = _Memo(generation)
    token = _current.set(_latest)
    try:
        yield
    finally:
        _current.reset(token)


@contextmanager
def memoized_here() -> Iterator[None]:
    """Inside the block the same holds where it does not hold already: for one answer, of which no part may change."""
    if is_kept():
        yield
        return
    token = _current.set(_Memo(None))
    try:
        yield
    finally:
        _current.reset(token)


def is_kept() -> bool:
    """Tell whether what functions return is kept now: inside `memoized_for` or `memoized_here`."""
    return _current.get() is not None


def once_per_generation(function: Callable[[*A], T]) -> Callable[[*A], T]:
    """Decorate a function so that its value is kept for as long as the content stays as it is.

    Its arguments must be hashable, and its value must follow from them and from the content alone: what depends on the
    day or on a language takes it as an argument; what depends on the reader or on a table that is quiet (see
    `invalidation`) cannot be kept. All requests of a process share the value, so nobody may change it, nor anything in
    it: it is a list of records read to the end, and complete before it is returned.
    """

    @functools.wraps(function)
    def memoized(*arguments: *A) -> T:
        memo = _current.get()
        return function(*arguments) if memo is None else cast("T", memo.value(function, *arguments))

    return memoized
