"""Prints which commit is built: what somebody said, else what git keeps in the folder .git, else unknown.

`revision.py SAID`; git itself is not there where images are built.
"""

import sys
from pathlib import Path


def revision(git):
    """Return the commit at which a repository stands, or "unknown". Argument: its folder .git."""
    try:
        head = (git / "HEAD").read_text().strip()
        branch = head.removeprefix("ref: ")
        if head == branch:
            return head
        if (git / branch).exists():
            return (git / branch).read_text().strip()
        packed = (line.split() for line in (git / "packed-refs").read_text().splitlines())
        return next(words[0] for words in packed if words[1:] == [branch])
    except (OSError, StopIteration):
        return "unknown"


if __name__ == "__main__":
    sys.stdout.write(sys.argv[1] or revision(Path(".git")))
