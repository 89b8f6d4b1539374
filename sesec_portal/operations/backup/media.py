"""The uploaded files: which of them a backup has, and how restored ones take the place of the former ones.

What is put aside stays inside MEDIA_ROOT, in folders whose names begin with a dot: a volume of its own cannot be
exchanged whole, and within it moving costs nothing.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Model

from sesec_portal.media.uploads.storage import file_fields
from sesec_portal.share_images.storage import FOLDER as SHARE_IMAGES

from .exceptions import BackupError

_STAGED, _FORMER = ".restoring", ".before-restore"


def files() -> list[str]:
    """Return the paths, below MEDIA_ROOT, of all files that cannot be made again: all but the share images."""
    root = Path(settings.MEDIA_ROOT)
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        if Path(folder) == root:
            folders[:] = [name for name in folders if name != SHARE_IMAGES and _is_ours(name)]
            names = [name for name in names if _is_ours(name)]
        paths = [Path(folder, name) for name in names]
        found += [path.relative_to(root).as_posix() for path in paths if path.is_file() and not path.is_symlink()]
    return sorted(found)


def missing() -> dict[type[Model], set[str]]:
    """Return, for each model of which a row names a file that is not there, the names of those files."""
    found: dict[type[Model], set[str]] = {}
    for model, field in file_fields():
        names = {name for name in model._base_manager.values_list(field, flat=True).iterator() if name}
        if lost := {name for name in names if not default_storage.exists(name)}:
            found.setdefault(model, set()).update(lost)
    return found


@contextmanager
def staging() -> Iterator[Path]:
    """Give a new folder inside MEDIA_ROOT for the files to come; it is gone after the block."""
    root = Path(settings.MEDIA_ROOT)
    if (root / _FORMER).exists():
        raise BackupError(
            f"{root / _FORMER} holds the files from before a restore that was cut off. Move what you need of them "
            "to where it belongs, and remove the folder."
        )
    staged = root / _STAGED
    shutil.rmtree(staged, ignore_errors=True)
    # Web servers read the files, whatever the umask of who restores.
    before = os.umask(0o022)
    try:
        staged.mkdir(parents=True)
        yield staged
    finally:
        os.umask(before)
        shutil.rmtree(staged, ignore_errors=True)


@contextmanager
def exchanged(staged: Path) -> Iterator[None]:
    """Put the files in the folder `staged` in the place of all others; back again when the block fails."""
    root = Path(settings.MEDIA_ROOT)
    former = root / _FORMER
    former.mkdir()
    moved: list[tuple[Path, Path]] = []
    try:
        for folder, target in ((root, former), (staged, root)):
            for path in sorted(folder.iterdir()):
                if _is_ours(path.name):
                    moved.append((path.rename(target / path.name), path))
        yield
    except BaseException:
        for now, before in reversed(moved):
            now.rename(before)
        former.rmdir()
        raise
    shutil.rmtree(former, ignore_errors=True)


def _is_ours(name: str) -> bool:
    """Whether what lies in MEDIA_ROOT under this name was put there by the portal: not by a file system, or by us."""
    return not name.startswith(".") and name != "lost+found"
