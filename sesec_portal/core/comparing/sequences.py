"""What became of the entries of a list from one version to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, Literal, TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True)
class Step(Generic[T]):
    """What became of one entry: `former` and `latter` are the entry in each version, None where it is not in it."""

    former: T | None
    latter: T | None
    is_moved: bool = False

    @property
    def shown(self) -> T:
        """The entry as it is in the latter version, or was in the former."""
        return cast("T", self.former if self.latter is None else self.latter)

    @property
    def change(self) -> Literal["addition", "deletion", ""]:
        """Whether the entry is new or gone, in the words of Wagtail's stylesheet."""
        if self.former is None:
            return "addition"
        return "deletion" if self.latter is None else ""


def steps(former: Mapping[str, T], latter: Mapping[str, T]) -> list[Step[T]]:
    """Return what became of the entries of both lists, by the names under which they are the same in both.

    They come in the order of the latter; those that are gone where they stood.
    """
    names, others = list(former), list(latter)
    stay = SequenceMatcher(None, names, others, autojunk=False).get_matching_blocks()
    in_place = {names[block.a + place] for block in stay for place in range(block.size)}
    ahead = names[:]
    taken: list[Step[T]] = []
    for name in others:
        while ahead and ahead[0] not in latter:
            taken.append(Step(former[ahead.pop(0)], None))
        if name in former:
            ahead.remove(name)
        taken.append(Step(former.get(name), latter[name], is_moved=name in former and name not in in_place))
    return [*taken, *(Step(former[name], None) for name in ahead if name not in latter)]
