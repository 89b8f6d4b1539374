"""A CDN in front that is told of changes: what it may keep for how long, and how it hears of what has changed."""

import json
import threading
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from phases.models import PhasePage
from sesec_portal.pagecache import cdn
from sesec_portal.pagecache.models import Content
from sesec_portal.pagecache.news import News
from tests.pagecache.requests import Portal, Words

PAGE = "/en/privacy/"
TARGETED = ("CDN-Cache-Control", "Surrogate-Control", "Cache-Tag", "Surrogate-Key")


@contextmanager
def serving(status):
    """Serve where a CDN is told what to drop: give its address, and the list of what it was told."""
    told = []

    class Handler(BaseHTTPRequestHandler):
        def do_purge(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            told.append((self.command, self.path, {**self.headers}, json.loads(body or "{}")))
            self.send_response(status[0])
            self.end_headers()

        do_PURGE = do_POST = do_purge

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", told
    server.shutdown()
    server.server_close()


@pytest.fixture
def status():
    """What the CDN answers, in a list, so that it can be changed."""
    return [200]


@pytest.fixture
def varnish(committed, settings, status):
    """A Varnish in front; the list of what it was told."""
    Content.objects.all().delete()
    with serving(status) as (address, told):
        settings.WAGTAILFRONTENDCACHE = {
            "cdn": {"BACKEND": "sesec_portal.pagecache.cdn.Varnish", "LOCATION": address},
        }
        yield told


@pytest.fixture
def portal(start, varnish):
    """A web process behind that."""
    return start()


def targeted(portal, address, **headers):
    """Return of an answer what a CDN alone reads."""
    answer = portal.get(address, **headers).headers
    return {name: answer[name] for name in TARGETED if name in answer}


def test_without_a_cdn_nothing_is_said_to_one(start):
    portal = start()

    assert [targeted(portal, PAGE) for _ in range(2)] == [{}, {}]


def test_a_page_says_for_how_long_the_cdn_may_keep_it_and_bears_its_tags(portal, on_day):
    key = Page.objects.get(slug="privacy", locale__language_code="en").pk
    with on_day(2026, 11, 22):
        first, second = targeted(portal, PAGE), targeted(portal, PAGE)

    generation = portal.generation.now()
    assert first == second
    assert first["CDN-Cache-Control"] == first["Surrogate-Control"] == "max-age=598, stale-if-error=3600"
    assert first["Cache-Tag"] == f"sesec,{generation},page-{key}"
    assert first["Surrogate-Key"] == f"sesec {generation} page-{key}"


def test_browsers_and_proxies_that_are_told_of_nothing_are_told_the_same_as_without(portal):
    answer = portal.get(PAGE)

    assert answer.headers["Cache-Control"] == "public, max-age=0, s-maxage=1, stale-while-revalidate=1, must-revalidate"
    again = portal.get(PAGE, If_None_Match=answer.headers["ETag"])
    assert again.status == 304
    assert again.headers["Cache-Tag"] == answer.headers["Cache-Tag"]


def test_the_cdn_keeps_no_page_beyond_midnight(portal, on_day):
    with on_day(2026, 11, 22, 23) as clock:
        portal.get(PAGE)
        clock.shift(timedelta(minutes=59, seconds=30))
        assert targeted(portal, PAGE)["CDN-Cache-Control"].startswith("max-age=28,")
        clock.shift(timedelta(seconds=29))
        assert targeted(portal, PAGE) == {}


def test_what_changes_while_a_page_is_made_keeps_that_page_from_the_cdn(varnish, tmp_path, shelf, committed):
    portal = Portal(Words("words", before=lambda: portal.generation.move()), tmp_path, shelf)

    assert portal.text(PAGE) == "words"
    assert targeted(portal, PAGE) == {}


def test_what_not_everybody_may_have_is_not_for_the_cdn(portal):
    private = PhasePage.objects.originals().last()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    portal.get(PAGE)

    for address in (private.url, "/en/search/?query=CEN", "/en/nothing/", "/admin/", "/draft/none/", "/account/login/"):
        assert "CDN-Cache-Control" not in targeted(portal, address), address
    answer = portal.get(PAGE, Cookie="sessionid=x").headers
    assert "CDN-Cache-Control" not in answer
    assert answer["Cache-Control"] == "private, no-cache"


def test_the_cdn_drops_everything_once_a_change_is_told_and_once_more_for_what_was_on_its_way(varnish):
    News().tell("word")
    assert cdn.is_behind()
    assert cdn.look()
    assert not cdn.is_behind()
    assert [(command, path, headers["Surrogate-Key"]) for command, path, headers, _ in varnish] == [
        ("PURGE", "/", "sesec")
    ]
    cdn.look()
    assert len(varnish) == 1

    Content.objects.update(purged_at=timezone.now() - timedelta(seconds=11))
    for _ in range(3):
        cdn.look()
    assert len(varnish) == 2
    News().tell("another")
    cdn.look()
    assert len(varnish) == 3


def test_a_cdn_that_cannot_be_told_is_behind_and_told_again(varnish, status, caplog):
    News().tell("word")
    status[0] = 503
    assert not cdn.look()
    assert cdn.is_behind()
    assert "The CDN was not told of a change" in caplog.text

    status[0] = 200
    assert cdn.look()
    assert not cdn.is_behind()


def test_what_a_process_that_died_was_about_to_tell_another_one_tells(varnish, monkeypatch):
    News().tell("word")
    assert Content.objects.claim_purge("word", timedelta(seconds=10))
    cdn.look()
    assert varnish == []
    assert cdn.is_behind()

    Content.objects.update(purged_at=timezone.now() - timedelta(seconds=11))
    cdn.look()
    assert len(varnish) == 1
    assert not cdn.is_behind()


def test_cloudflare_is_told_by_its_own_interface(varnish, settings, status):
    with serving(status) as (address, told):
        backend = cdn.Cloudflare({"ZONEID": "zone", "BEARER_TOKEN": "token"})
        assert backend.cloudflare_purge_endpoint_url == "https://api.cloudflare.com/client/v4/zones/zone/purge_cache"
        backend.cloudflare_purge_endpoint_url = f"{address}/client/v4/zones/zone/purge_cache"
        backend.purge_tag("sesec")

    [(command, path, headers, body)] = told
    assert (command, path, body) == ("POST", "/client/v4/zones/zone/purge_cache", {"tags": ["sesec"]})
    assert headers["Authorization"] == "Bearer token"
