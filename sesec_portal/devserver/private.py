"""Small files that only their owner may read: passwords, keys, addresses with a password in them."""

import os
import secrets
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Put `text` into the file at `path`, mode 0600; a reader sees the old text or the new, never half."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    draft.replace(path)


def kept_secret(path: Path) -> str:
    """Return the secret that the file at `path` keeps; make both the first time."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(path, secrets.token_urlsafe(48))
    return path.read_text()
