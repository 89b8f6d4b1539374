"""Where sources disagree on a date, whether what they say is kept in rows of its own or in blocks beside a record."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple, Protocol

from django.utils.functional import Promise

from sesec_portal.edtf.dates import PartialDate, differ


@dataclass(frozen=True)
class Said:
    """What one source says: of which `fact`, the name of a date field, which `date`; its key, and where in it."""

    fact: str
    date: PartialDate
    cited_id: int | None
    cited_at: str = ""


class Statement(Protocol):
    """Whatever has the attributes of a Said, as rows of a register have them."""

    @property
    def fact(self) -> str: ...

    @property
    def date(self) -> PartialDate: ...

    @property
    def cited_id(self) -> int | None: ...

    @property
    def cited_at(self) -> str: ...


class Disagreement(NamedTuple):
    """A dated fact on which sources differ.

    Attributes: the words for the `fact`; the date `recorded` for it, or None; what each other source says of it, as
    `statements` with the attributes of a Said.
    """

    fact: str | Promise
    recorded: PartialDate | None
    statements: list[Statement]


def disagreements(
    record: object,
    statements: Iterable[Statement],
    facts: Mapping[str, str | Promise],
    fact_of: Callable[[Statement], str] = attrgetter("fact"),
) -> list[Disagreement]:
    """Return the Disagreements on the dates of a record, in the order in which sources speak of them.

    Arguments: the record; what other sources say, each with the attributes of a Said; the words for each fact on which
    sources can disagree, by the name of its field; and what tells of a statement which of them it is about.
    """
    by_fact: dict[str, list[Statement]] = {}
    for statement in statements:
        by_fact.setdefault(fact_of(statement), []).append(statement)
    found = [
        Disagreement(facts[fact], getattr(record, fact, None), said) for fact, said in by_fact.items() if fact in facts
    ]
    return [one for one in found if differ([one.recorded, *(statement.date for statement in one.statements)])]
