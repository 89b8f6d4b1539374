"""The system account that PostgreSQL runs as."""

import hashlib
import os
import pwd
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .children import spawn

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
SHELTERS = Path("/var/tmp")  # noqa: S108  every folder in it is checked to be ours


class PostgresError(Exception):
    """The embedded PostgreSQL cannot be used; the message is a sentence for the developer."""


@dataclass(frozen=True)
class Account:
    """The account that PostgreSQL runs as: our own, except for root, whom PostgreSQL refuses."""

    uid: int | None = None
    gid: int | None = None

    @classmethod
    def for_data(cls, data: Path) -> "Account":
        """Return our own account or, for root, the one that owns `data`, else `nobody`."""
        if os.geteuid() != 0:
            return cls()
        if data.exists() and (owner := data.stat()).st_uid != 0:
            return cls(owner.st_uid, owner.st_gid)
        nobody = pwd.getpwnam("nobody")
        return cls(nobody.pw_uid, nobody.pw_gid)

    def spawn(self, command: Sequence[str | Path], **options) -> subprocess.Popen:
        """Start `command` as this account, away from the terminal; it is interrupted when we end."""
        if self.uid is not None:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        place = {"cwd": "/", "env": ENVIRONMENT, "start_new_session": True, "stdin": subprocess.DEVNULL}
        return spawn(command, farewell=signal.SIGINT, **place, **options)

    def own(self, path: Path) -> None:
        """Give `path` to this account."""
        if self.uid is not None:
            os.chown(path, self.uid, self.gid)

    def reaches(self, path: Path) -> bool:
        """Say whether this account may enter the folder, or execute the program, at `path`."""
        return self.spawn(["/bin/sh", "-c", '[ -x "$0" ]', path]).wait() == 0


def shelter(key: str, *, make: bool = True) -> Path:
    """Return the folder outside the project that belongs to `key`, made unless it exists.

    There root keeps what its server must reach when the project lies in a closed folder such as /root.
    Raises PostgresError when another account has made it, who could then put anything there.
    """
    folder = SHELTERS / f"sesec-portal-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
    if make:
        folder.mkdir(exist_ok=True)
        if folder.lstat().st_uid != os.geteuid():
            raise PostgresError(f"{folder} belongs to another account. Remove it and start again.")
        folder.chmod(0o755)
    return folder
