"""Which machines serve readers, and whether each has taken over what has changed."""

import secrets
import socket
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.db import DatabaseError, InterfaceError

# Seconds after which a machine says again that it is there.
_AGAIN = 10
# One that says nothing for as long does not hear of changes; it may be gone, or go on with what it has.
_SILENT = timedelta(seconds=30)
# One that says nothing for as long is gone.
_GONE = timedelta(hours=1)
_FILE = "machine"


class Standing(NamedTuple):
    """The machines, by name, that have taken over the present content, that have not yet, and that say nothing."""

    confirmed: list[str]
    late: list[str]
    silent: list[str]

    @property
    def number(self) -> int:
        """How many machines there are."""
        return sum(map(len, self))


class Confirmation:
    """Tells which generation a machine has. Argument: the folder that the machine's processes share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last: tuple[str, float] = ("", 0)

    def give(self, word: str) -> None:
        """Write down which generation the machine has, where it is another, or now and then. Raises OSError."""
        last, at = self._last
        if word == last and time.monotonic() - at < _AGAIN:
            return
        with suppress(DatabaseError, InterfaceError):
            hosts = apps.get_model("pagecache", "Host").objects
            hosts.confirm(self._machine(), socket.gethostname(), word)
            self._last = word, time.monotonic()

    def _machine(self) -> str:
        file = self._folder / _FILE
        with suppress(FileExistsError), file.open("x") as made:
            made.write(secrets.token_hex(16))
        return file.read_text()


def standing() -> Standing:
    """Return how far the machines are."""
    word = apps.get_model("pagecache", "Content").objects.word()
    hosts = list(apps.get_model("pagecache", "Host").objects.heard_within(_GONE, _SILENT))
    silent = [host for host in hosts if host.is_silent]  # type: ignore[attr-defined]  # heard_within adds it
    heard = [host for host in hosts if host not in silent]
    return Standing(
        [host.name for host in heard if host.word == word],
        [host.name for host in heard if host.word != word],
        [host.name for host in silent],
    )
