"""A CDN in front: what tells it how long it may keep a page and under which tags, and who tells it of changes.

See docs/decisions/0028-a-cdn-is-purged-as-a-whole.md. The backends are those of `wagtail.contrib.frontend_cache`, which
purge by address; a change can show on any page, so these purge by the tag that every page has.
"""

import logging
import time
from datetime import timedelta

import requests
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections
from wagtail.contrib.frontend_cache.backends import CloudflareBackend, HTTPBackend
from wagtail.contrib.frontend_cache.utils import get_backends

from . import lifetimes
from .wsgi import Headers

logger = logging.getLogger(__name__)

# On every page; the others are the generation, and the page's own.
_TAG = "sesec"
_PAUSE = 0.5
# Seconds for which a CDN that could not be told is left alone, and for which it is waited for.
_REST = 5
_PATIENCE = 10
# An answer that was on its way to the CDN when it was first told is there by then.
_ONCE_MORE = timedelta(seconds=10)


class Cloudflare(CloudflareBackend):
    """Cloudflare, by its interface for purging tags."""

    def purge_tag(self, tag: str) -> None:
        """Have all that bears a tag dropped; raises RequestException where that fails."""
        token = {"Authorization": f"Bearer {self.cloudflare_token}"}
        address = self.cloudflare_purge_endpoint_url
        requests.post(address, json={"tags": [tag]}, headers=token, timeout=_PATIENCE).raise_for_status()


class Varnish(HTTPBackend):
    """Varnish, or whatever drops what bears the tags that a request with the method PURGE names."""

    def purge_tag(self, tag: str) -> None:
        """Have all that bears a tag dropped; raises RequestException where that fails."""
        address = f"{self.cache_scheme}://{self.cache_netloc}/"
        requests.request("PURGE", address, headers={"Surrogate-Key": tag}, timeout=_PATIENCE).raise_for_status()


def is_there() -> bool:
    """Tell whether the settings name a CDN that can be purged."""
    return bool(settings.WAGTAILFRONTENDCACHE)


def is_behind() -> bool:
    """Tell whether there is a CDN that was not told of the latest change."""
    return is_there() and not apps.get_model("pagecache", "Content").objects.is_purged()


def told(generation: str, page: str, seconds: int) -> Headers:
    """Return the headers for an answer of a generation, and of a page with a tag, that may be kept for some seconds."""
    tags = [_TAG, generation, *filter(None, [page])]
    kept = lifetimes.AT_THE_EDGE.format(seconds=seconds)
    return [
        ("CDN-Cache-Control", kept),
        ("Surrogate-Control", kept),
        ("Cache-Tag", ",".join(tags)),
        ("Surrogate-Key", " ".join(tags)),
    ]


def watch() -> None:
    """Tell the CDN of changes, for as long as the process lives."""
    while True:
        close_old_connections()
        went_well = False
        try:
            went_well = look()
        except Exception:
            # The thread has to live on; who was about to tell the CDN and did not is followed by another.
            logger.exception("The CDN was not told of a change.")
        time.sleep(_PAUSE if went_well else _REST)


def look() -> bool:
    """Tell the CDN of a change of which nobody has told it, and once more a little later; tell whether that went well.

    What goes wrong is in the log, and tried again.
    """
    content = apps.get_model("pagecache", "Content").objects
    try:
        word = content.word()
        if word and content.claim_purge(word, _ONCE_MORE):
            _purge()
            content.purge_succeeded(word)
    except (DatabaseError, InterfaceError):
        # Nothing changes in a database that is away.
        return False
    except requests.RequestException as error:
        content.purge_failed()
        logger.error("The CDN was not told of a change: pages may be %s seconds old. %s", settings.PAGE_LIFETIME, error)
        return False
    return True


def _purge() -> None:
    for backend in get_backends().values():
        backend.purge_tag(_TAG)
