"""What a check finds."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

T = TypeVar("T", int, str)

_SHOWN = 10


class Problem(NamedTuple):
    """Something that does not fit, in a sentence, and what mends it: a command, or what to do."""

    what: str
    remedy: str


def listed(things: Iterable[T]) -> str:
    """Return a number of things with the first ten of them: "12: 4, 8, 15, …"."""
    things = sorted(things)
    return f"{len(things)}: {', '.join(map(str, things[:_SHOWN]))}{', …' if len(things) > _SHOWN else ''}"
