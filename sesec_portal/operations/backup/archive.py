"""The archive: a tar file that is written and read as a stream, with the SHA-256 of each member in its last one.

manifest.json     what the backup says of itself
database/00000    the first piece of what pg_dump wrote in its own format; joined, the pieces are that file
media/…           the uploaded files
SHA256SUMS        the sums of all members before it, as sha256sum writes and checks them
"""

import hashlib
import io
import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from .exceptions import BackupError
from .manifest import Manifest

MANIFEST = "manifest.json"
DATABASE = "database/"
MEDIA = "media/"
SUMS = "SHA256SUMS"
# pg_dump's output is cut into pieces because a member's size stands before it, and nobody knows it in advance.
PIECE = 16 * 1024 * 1024

_NAME = re.compile(rf"{MANIFEST}|{SUMS}|{DATABASE}\d{{5,}}|{MEDIA}(?!\.)[^\0\n\\]+")


class Writer:
    """Writes an archive. Argument: a file to write bytes to, which need not be able to go back."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._tar = tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT)  # noqa: SIM115  closed by finish()
        self._sums: dict[str, str] = {}

    def add(self, name: str, file: IO[bytes], size: int, moment: float) -> None:
        """Add `size` bytes of an open file under a name, last changed at `moment`; raises OSError if it is shorter."""
        reader = _Summing(file)
        self._write(name, reader, size, moment)
        self._sums[name] = reader.sum()

    def add_bytes(self, name: str, content: bytes, moment: float) -> None:
        """Add some bytes under a name."""
        self.add(name, io.BytesIO(content), len(content), moment)

    def add_pieces(self, stream: IO[bytes], moment: float) -> None:
        """Add what a stream gives, until it ends, as the database."""
        number = 0
        while piece := stream.read(PIECE):
            self.add_bytes(f"{DATABASE}{number:05}", piece, moment)
            number += 1

    def finish(self, moment: float) -> None:
        """Add the sums and end the archive."""
        sums = _listed(self._sums)
        self._write(SUMS, io.BytesIO(sums), len(sums), moment)
        self._tar.close()

    def _write(self, name: str, file: "IO[bytes] | _Summing", size: int, moment: float) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mtime, member.mode = size, int(moment), 0o600
        self._tar.addfile(member, file)


def members(path: str | Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield the name of each member of an archive and a file to read it from, in order.

    Raises BackupError where it is no archive, is cut off, or has a member that no backup has: a link, a path that leads
    elsewhere, the same name twice.
    """
    seen: set[str] = set()
    with _readable(), tarfile.open(path, "r:") as tar:
        for member in tar:
            parts = member.name.split("/")
            if not (member.isreg() and _NAME.fullmatch(member.name)) or {"", ".", ".."} & set(parts):
                raise BackupError(f"The archive is refused: no backup has such a member as {member.name!r}.")
            if member.name in seen:
                raise BackupError(f"The archive is refused: {member.name!r} is in it twice.")
            seen.add(member.name)
            yield member.name, cast("IO[bytes]", tar.extractfile(member))


def verified(path: str | Path) -> tuple[Manifest, dict[str, str]]:
    """Read a whole archive; return its manifest and the sum of each member. Raises BackupError if a byte is wrong."""
    sums: dict[str, str] = {}
    texts = {SUMS: b"", MANIFEST: b""}
    with _readable():
        for name, file in members(path):
            if name in texts:
                texts[name] = file.read()
                file.seek(0)
            sums[name] = sum_of(file)
    sums.pop(SUMS, None)
    listed = texts[SUMS]
    if listed != _listed(sums):
        raise BackupError(f"The archive is damaged: {_first_difference(listed, _listed(sums))}. Nothing was changed.")
    if MANIFEST not in sums:
        raise BackupError("The archive is no backup of the portal: it has no manifest.json.")
    return json.loads(texts[MANIFEST]), sums


def sum_of(file: IO[bytes]) -> str:
    """Return the SHA-256 of the rest of an open file, in hexadecimal."""
    reader = _Summing(file)
    while reader.read(1024 * 1024):
        pass
    return reader.sum()


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, EOFError, ValueError, OSError) as error:
        raise BackupError(f"The archive cannot be read, or is cut off: {error}") from error


def _listed(sums: Mapping[str, str]) -> bytes:
    return "".join(f"{checksum}  {name}\n" for name, checksum in sums.items()).encode("utf-8", "surrogateescape")


def _first_difference(listed: bytes, found: bytes) -> str:
    if not listed:
        return "it is cut off, its last member SHA256SUMS is missing"
    said, is_there = (set(lines.decode(errors="replace").splitlines()) for lines in (listed, found))
    wrong = sorted(is_there - said) or sorted(said - is_there) or ["SHA256SUMS"]
    return f"{wrong[0].rpartition('  ')[2]} is not as it was written"


class _Summing:
    """A file that sums what is read from it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._sum = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._sum.update(data)
        return data

    def sum(self) -> str:
        return self._sum.hexdigest()
