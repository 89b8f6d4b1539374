"""Writes the secrets that an installation does not have yet into a folder: `own_secrets.py FOLDER`.

secret-key, the passwords of the database and of Redis and, made from them, database-url and redis-url. What is there
stays as it is.
"""

import os
import secrets
import sys
from pathlib import Path


def write(folder):
    """Write the missing files, readable by their owner and, the passwords, by PostgreSQL's and Redis' containers."""
    _keep(folder / "secret-key", secrets.token_urlsafe(64), 0o400)
    password = _keep(folder / "database-password", secrets.token_urlsafe(32), 0o444)
    redis_password = _keep(folder / "redis-password", secrets.token_urlsafe(32), 0o444)
    _keep(folder / "redis-url", f"redis://:{redis_password}@redis:6379/0", 0o400)
    _keep(folder / "database-url", f"postgresql://sesec:{password}@db:5432/sesec", 0o400)


def _keep(path, value, mode):
    if not path.exists():
        draft = path.with_name(f".{path.name}")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w") as file:
            file.write(value)
        draft.rename(path)
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
