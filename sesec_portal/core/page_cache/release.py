"""Which release of the portal this is, so that pages of another one are not taken for its own."""

import hashlib

from django.conf import settings

_SHAPING = {".py", ".html", ".mo", ".css", ".js", ".svg"}
_FOLDERS = ("sesec_portal", "partners", "phases", "governance", "templates", "static", "locale")


def release():
    """Return a digest of the code, of the database's name, and of the settings that show in answers."""
    files = [path for folder in _FOLDERS for path in sorted((settings.ROOT / folder).rglob("*"))]
    stamps = [(str(path), path.stat().st_mtime_ns) for path in files if path.suffix in _SHAPING]
    database = [settings.DATABASES["default"].get(name) for name in ("HOST", "PORT", "NAME")]
    shown = [settings.SETTINGS_MODULE, settings.WAGTAILADMIN_BASE_URL, settings.SECURE_HSTS_SECONDS, settings.DEBUG]
    return hashlib.blake2b(repr((stamps, database, shown)).encode(), digest_size=12).hexdigest()
