"""What is measured, one module a question; each has `measure(stage, effort)`, which yields Figures."""

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Effort:
    """How long a run under load lasts, and how often each thing is measured."""

    seconds: int
    rounds: int


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, the figure, what was aimed at, and the figures behind it."""

    part: str
    what: str
    figure: str
    aim: str = ""
    behind: dict = field(default_factory=dict)

    as_dict = asdict


def ratio(number):
    """Return a ratio as the table prints it."""
    return f"{number:.2f} ×"


def rates(found):
    """Return the requests a second behind a comparison, rounded."""
    return {
        name: f"{run['rps']:.0f}/s, p50 {run['p50']:.2f} ms, p99 {run['p99']:.1f} ms" for name, run in found.items()
    }
