"""Which release of the portal this is, so that pages of another one are not taken for its own."""

import hashlib
from pathlib import Path

from django.conf import settings

_SHAPING = {".py", ".html", ".mo", ".css", ".js", ".svg"}


def build_id() -> str:
    """Return a digest of the code, of the database's name, and of the settings that show in answers."""
    files = [path for folder in _folders() for path in sorted(folder.rglob("*"))]
    stamps = [(str(path), path.stat().st_mtime_ns) for path in files if path.suffix in _SHAPING]
    database = [settings.DATABASES["default"].get(name) for name in ("HOST", "PORT", "NAME")]
    shown = [settings.SETTINGS_MODULE, settings.WAGTAILADMIN_BASE_URL, settings.DEBUG]
    shown += [settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS, settings.SECURE_HSTS_PRELOAD]
    shown += [bool(settings.WAGTAILFRONTENDCACHE)]
    return hashlib.blake2b(repr((stamps, database, shown)).encode(), digest_size=12).hexdigest()


def _folders() -> list[Path]:
    """Return the folders of the portal's apps, and of what they show: templates, static files, translations."""
    code = {settings.ROOT / app.partition(".")[0] for app in settings.OWN_APPS}
    return sorted({*code, *settings.TEMPLATES[0]["DIRS"], *settings.STATICFILES_DIRS, *settings.LOCALE_PATHS})
