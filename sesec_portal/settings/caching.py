"""Where pages ready to send are kept, and for how long."""

from pathlib import Path

from . import env
from .paths import ROOT

# Pages ready to send: in each process's memory, and behind it in Redis or else in files of this machine.
RUN_DIR = Path(env.text("RUN_DIR", str(ROOT / "var" / "run")))
# Where views wait until the worker adds them up; nginx writes there too.
VIEWS_DIR = Path(env.text("VIEWS_DIR", str(RUN_DIR / "views")))
REDIS_URL = env.redis("REDIS_URL")
SEVERAL_MACHINES = bool(REDIS_URL)
PAGE_MEMORY = env.number("PAGE_MEMORY", 64) * 1024 * 1024
PAGE_LIFETIME = 600
# What pages read from behind the question mark; an address with anything else is not kept. Search must never be.
PAGE_PARAMETERS = {"day", "from", "to", "kind", "topic", "body", "page"}
# The CDN in front that is told of every change, as wagtail.contrib.frontend_cache has it; none without its setting.
WAGTAILFRONTENDCACHE = {}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": RUN_DIR / "pages",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}
if REDIS_URL:
    CACHES["pages"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "sesec",
        "OPTIONS": {
            "serializer": "sesec_portal.pagecache.sealed.SealedPickles",
            "socket_connect_timeout": 0.5,
            "socket_timeout": 0.5,
        },
    }
