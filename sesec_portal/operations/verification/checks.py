"""All checks, one after the other."""

from . import files, languages, references, search, tree


def problems():
    """Yield every Problem that is found."""
    for check in (tree, languages, search, references, files):
        yield from check.problems()
