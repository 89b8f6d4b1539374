"""What readers asked for before a change is made anew beside their requests, though nobody asks again."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from sesec_portal.pagecache import watcher
from sesec_portal.pagecache.watcher import Watcher
from tests.pagecache.requests import Portal, Words

PAGES = ["/en/contact/", "/en/privacy/", "/zh-hans/privacy/"]


@pytest.fixture
def watched(committed, shelf, tmp_path, monkeypatch):
    """Start a web process whose watcher looks when it is told to."""
    monkeypatch.setattr(Watcher, "begin", lambda self: None)
    return lambda application: Portal(application, tmp_path, shelf, watches=True)


def look(portal):
    portal.cache._watcher.look()


def test_after_a_change_the_pages_asked_for_before_are_made_though_nobody_asks_those_asked_for_last_first(watched):
    portal = watched(Words("words"))
    for page in PAGES:
        portal.get(page)
    look(portal)
    assert portal.made == PAGES, "nothing has changed"

    portal.generation.move()
    look(portal)
    assert portal.made == PAGES + PAGES[::-1]
    for page in PAGES:
        assert portal.get(page).headers["Cache-Status"] == "sesec; hit"


def test_the_page_is_that_of_the_reader(watched):
    seen = []

    def before(environ):
        seen.append({name: environ.get(name) for name in ("HTTP_HOST", "PATH_INFO", "QUERY_STRING", "wsgi.url_scheme")})

    portal = watched(Words("words"))
    portal.get("/en/phases/?day=2016-05-01", Host="TestServer:81")
    made, portal._count = portal._count, None
    portal.cache._origin._application = lambda environ, start: (before(environ), made(environ, start))[1]
    portal.generation.move()
    look(portal)

    assert seen == [
        {
            "HTTP_HOST": "testserver",
            "PATH_INFO": "/en/phases/",
            "QUERY_STRING": "day=2016-05-01",
            "wsgi.url_scheme": "http",
        }
    ]


def test_a_portal_whose_database_is_away_is_not_asked_for_one_page_after_another(watched):
    django = Words("words")
    portal = watched(django)
    for page in PAGES:
        portal.get(page)
    django.status = "503 Service Unavailable"
    portal.generation.move()
    look(portal)

    assert portal.made == [*PAGES, PAGES[-1]]


def test_no_more_pages_are_made_anew_than_a_portal_has(watched, monkeypatch):
    monkeypatch.setattr(watcher, "_MOST", 2)
    portal = watched(Words("words"))
    for page in PAGES:
        portal.get(page)
    portal.generation.move()
    look(portal)

    assert portal.made == [*PAGES, *PAGES[:0:-1]]


def test_what_was_made_before_the_clock_was_set_back_is_made_anew(watched):
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    with time_machine.travel(noon) as traveller:
        portal = watched(Words("words"))
        portal.get(PAGES[0])
        look(portal)
        traveller.shift(timedelta(seconds=1800))
        look(portal)
        assert portal.made == PAGES[:1], "time goes on"
        before = portal.generation.now()

        traveller.shift(timedelta(seconds=-600))
        look(portal)

        assert portal.generation.now() != before, "nginx keeps its pages under it"
        assert portal.made == PAGES[:1] * 2
        look(portal)
        assert portal.made == PAGES[:1] * 2
