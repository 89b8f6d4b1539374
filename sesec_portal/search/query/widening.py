"""What else is searched for: the terms that mean the same, by the groups that editors keep."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import rjieba

from sesec_portal.languages.han import HAN_CHARACTER
from sesec_portal.pagecache.memo import once_per_generation

from ..models import SynonymGroup
from ..words.asking import any_of, each, expression
from ..words.units import Unit, key_of, units_of

# The longest term is looked for in so many words.
MOST_WORDS = 5


@dataclass(frozen=True)
class Asked:
    """What the index is asked: `terms`, the expression, and `typed`, that without the terms that were added.

    `also`: the terms that were added; `exactly`: the words that ask for none of these.
    """

    terms: str
    typed: str
    also: list[str]
    exactly: str


def asked(typed: str) -> Asked:
    """Return what the index is asked for what a reader typed; what stands in quotation marks is not widened."""
    groups, also, exactly = _groups(), dict[str, str](), list[str]()

    def widened(units: Sequence[Unit]) -> Iterator[str]:
        rest, said = [part for unit in units for part in _parted(unit, groups)], []
        while rest:
            number, group = _longest(rest, groups)
            mine, rest = rest[:number], rest[number:]
            words = " ".join(unit.words for unit in mine)
            said.append(f'"{words}"' if group else str(mine[0]))
            also.update({key_of(term): term for term in group if key_of(term) != key_of(words)})
            yield from [any_of([words, *group])] if group else each(mine)
        exactly.append(" ".join(said))

    units = units_of(typed)
    return Asked(expression(units, widened), expression(units), list(also.values()), " or ".join(exactly))


def same_as(words: str) -> tuple[str, ...]:
    """Return the terms that mean the same as the whole of some words."""
    return _groups().get(key_of(words), ())


@once_per_generation
def _groups() -> Mapping[str, tuple[str, ...]]:
    """The groups by the key of each of their terms."""
    groups = [tuple(group.listed) for group in SynonymGroup.objects.live()]
    return {key_of(term): group for group in groups for term in group}


def _longest(units: Sequence[Unit], groups: Mapping[str, tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
    """Return how many of the first units are a term, and its group: of none one unit, and an empty group."""
    plain = next((place for place, unit in enumerate(units) if unit.exact or unit.without), len(units))
    for number in range(min(plain, MOST_WORDS), 0, -1):
        if group := groups.get(key_of(" ".join(unit.words for unit in units[:number]))):
            return number, group
    return 1, ()


def _parted(unit: Unit, groups: Mapping[str, tuple[str, ...]]) -> list[Unit]:
    """Return a unit of Chinese in parts where a term stands inside it, between words."""
    if unit.exact or unit.without or not HAN_CHARACTER.search(unit.words) or key_of(unit.words) in groups:
        return [unit]
    words, parts, between = rjieba.cut(unit.words), [], ""
    while words:
        number = next((n for n in range(min(len(words), MOST_WORDS), 0, -1) if key_of("".join(words[:n])) in groups), 0)
        if number:
            parts += [Unit(between)] * bool(between) + [Unit("".join(words[:number]))]
            between = ""
        else:
            between += words[0]
        words = words[number or 1 :]
    return parts + [Unit(between)] * bool(between)
