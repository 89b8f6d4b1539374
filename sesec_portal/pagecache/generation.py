"""The content generation: a word that changes whenever anything that a page could show has changed."""

import functools
import logging
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from .news import News
from .shared_cache import Unreachable
from .unfinished import Mark, left_behind, one_at_a_time

logger = logging.getLogger(__name__)

# The file in which the word stands has the word in its name, and `generation` is a link to it: nginx, which keeps its
# pages under the word too, reads where a link leads, but no file.
_FILE = "generation-"
# Marks a change that the other machines have not been told of.
_UNTOLD = "untold-"

# A file as it was written once: its inode, and its date in nanoseconds.
Identity = tuple[int, int]


class Generation:
    """The generation of the content as this machine knows it.

    Arguments: `folder`, which all processes of this machine share, where the word stands in a file; and `news`, through
    which machines tell each other, or None where there is one machine.
    """

    def __init__(self, folder: Path | str, news: News | None = None) -> None:
        self.folder = Path(folder)
        self.news = news
        self._stamp = self.folder / "generation"
        self._seen: tuple[Identity | None, str] = (None, "")
        self._mark = Mark(self.folder)

    def now(self) -> str:
        """Return the generation; it costs one look at a file's date. Raises OSError where the folder is unusable."""
        try:
            if self._seen[0] != _identity(os.stat(self._stamp)):
                self._seen = self._read()
        except FileNotFoundError:
            self.hear()
            self._seen = self._read()
        return self._seen[1]

    def move(self) -> None:
        """Begin a new generation, on this machine at once, and tell the others."""
        with one_at_a_time(self.folder):
            self._begin()

    def expect_change(self) -> None:
        """Have the generation moved also where this process dies after a change, before it can. Raises OSError."""
        self._mark.hold()

    def take_over(self) -> None:
        """Move the generation in the place of processes that died before they did, if any. Raises OSError."""
        if not left_behind(self.folder):
            return
        with one_at_a_time(self.folder):
            if dead := left_behind(self.folder):
                self._begin()
            for file in dead:
                file.unlink()

    def hear(self) -> None:
        """Take over the generation that another machine has begun, and tell of what it could not be told of."""
        known = self._known()
        try:
            told = self.news.told() if self.news else known
        except Unreachable:
            told = known
        # A word once used is not told again: what other machines kept under it may lack what changed since.
        anew = not told or known.startswith(_UNTOLD)
        if told == known and not anew:
            return
        with one_at_a_time(self.folder):
            # What was told is older than what another process of this machine has begun since.
            if self._known() != known:
                return
            if told and not anew:
                self._write(told)
            else:
                self._begin()

    def _begin(self) -> None:
        word = secrets.token_hex(12)
        try:
            if self.news:
                self.news.tell(word)
        except Unreachable:
            word = _UNTOLD + word
        self._write(word)

    def _known(self) -> str:
        try:
            return self._read()[1]
        except FileNotFoundError:
            return ""

    def _read(self) -> tuple[Identity, str]:
        with self._stamp.open() as stamp:
            return _identity(os.fstat(stamp.fileno())), stamp.read()

    def _write(self, word: str) -> None:
        file = self.folder / f"{_FILE}{word}"
        file.write_text(word)
        file.chmod(0o644)
        # Later than the last, even within one step of the file system's clock, or when somebody has set it back.
        last = os.stat(self._stamp).st_mtime_ns if self._stamp.exists() else 0
        moment = max(time.time_ns(), last + 1)
        os.utime(file, ns=(moment, moment))
        link = self.folder / "generation.draft"
        link.unlink(missing_ok=True)
        link.symlink_to(file.name)
        link.replace(self._stamp)
        for former in self.folder.glob(f"{_FILE}*"):
            if former != file:
                former.unlink(missing_ok=True)


@functools.cache
def here() -> Generation:
    """Return the generation of this installation, as the settings describe it."""
    return Generation(settings.RUN_DIR, News())


def expect_change() -> None:
    """Have the generation moved whatever becomes of this process; where RUN_DIR cannot be written, `move` says so."""
    with suppress(OSError):
        here().expect_change()


def move() -> None:
    """Begin a new generation; where that fails, say that readers may see old pages, and for how long."""
    try:
        here().move()
    except OSError:
        logger.exception("Pages may be %s seconds out of date: RUN_DIR cannot be written.", settings.PAGE_LIFETIME)


def _identity(status: os.stat_result) -> Identity:
    return status.st_ino, status.st_mtime_ns
