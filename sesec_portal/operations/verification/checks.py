"""All checks, one after the other."""

from collections.abc import Iterator

from . import drafts, files, languages, living_facts, publications, references, search, tree
from .problem import Problem


def problems() -> Iterator[Problem]:
    """Yield every Problem that is found."""
    for check in (tree, languages, drafts, publications, search, references, living_facts, files):
        yield from check.problems()
