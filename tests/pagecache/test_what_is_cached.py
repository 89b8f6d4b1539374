"""What readers without an account get from memory, and what never gets there."""

import gzip

import brotli
import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from phases.models import PhasePage
from sesec_portal.pagecache import memo
from sesec_portal.pagecache.application import PageCache
from sesec_portal.pagecache.generation import Generation
from sesec_portal.pagecache.lru import LRUCache

PAGE = "/en/privacy/"


def session_of(group):
    """Return the cookies of a new member of a group, and who that is."""
    client = Client()
    user = User.objects.create_user(f"marker-{group}-{User.objects.count()}", password="not-a-real-password")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return f"sessionid={client.cookies['sessionid'].value}", user


def test_a_page_is_made_once_and_then_given_without_asking_the_database(portal):
    first = portal.get(PAGE)
    with CaptureQueriesContext(connection) as queries:
        second = portal.get(PAGE)

    assert portal.made == [PAGE]
    assert not queries
    assert first.body == second.body == portal.anew(PAGE).body
    assert second.headers["Cache-Status"] == "sesec; hit"


@pytest.mark.parametrize("address", ["/en/calendar.ics", "/en/calls/calls.ics?kind=law", "/zh-hans/feeds/calls.atom"])
def test_a_calendar_and_a_feed_are_kept_as_a_page_is(portal, address):
    first, second = portal.get(address), portal.get(address)

    assert portal.made == [address.partition("?")[0]]
    assert second.headers["Cache-Status"] == "sesec; hit"
    assert first.headers["Content-Type"] == second.headers["Content-Type"]
    assert portal.get(address, If_None_Match=first.headers["ETag"]).status == 304


def test_it_has_every_header_that_django_gives_it(portal):
    portal.get(PAGE)
    kept = portal.get(PAGE).headers

    for name, value in portal.anew(PAGE).headers.items():
        assert kept[name] == value, name
    assert kept["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_browser_asks_each_time_and_is_told_when_nothing_has_changed(portal):
    first = portal.get(PAGE)
    assert first.headers["Cache-Control"] == "public, max-age=0, s-maxage=1, stale-while-revalidate=1, must-revalidate"

    for known in (first.headers["ETag"], f'"other", {first.headers["ETag"]}', "*"):
        again = portal.get(PAGE, If_None_Match=known)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert "Content-Length" not in again.headers
    assert portal.get(PAGE, If_None_Match='"other"').status == 200


@pytest.mark.parametrize(
    ("accepts", "encoding", "plain"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("*", "br", brotli.decompress),
        ("identity", None, bytes),
        ("br;q=nonsense", None, bytes),
        ("", None, bytes),
    ],
)
def test_it_comes_in_the_best_encoding_that_the_reader_understands(portal, accepts, encoding, plain):
    answer = portal.get(PAGE, Accept_Encoding=accepts)

    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    assert plain(answer.body) == portal.anew(PAGE).body


def test_head_gets_the_headers_alone(portal):
    for _ in range(2):
        head = portal.get(PAGE, method="HEAD")
        assert (head.status, head.body) == (200, b"")
    body = portal.get(PAGE)

    assert int(head.headers["Content-Length"]) == len(body.body)
    assert portal.made == [PAGE]
    assert portal.get("/en/nothing/", method="HEAD").body == b""


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/livez",
        "/robots.txt",
        "/account/login/",
        "/en/nothing/",
        "/en/nothing",
        "/en/search/?q=CEN",
        "/en/privacy/?anything=1",
        "/en/phases/?day=" + "1" * 100,
        "/media/images/none.png",
    ],
)
def test_these_are_never_kept(portal, address):
    assert [portal.get(address).status for _ in range(2)] == [portal.anew(address).status] * 2
    assert len(portal.made) == 2
    assert not len(portal.cache.memory)


def test_what_trackers_append_and_strangers_set_makes_no_second_page(portal):
    plain = portal.get(PAGE)

    for address in (f"{PAGE}?utm_source=a", f"{PAGE}?utm_source=b&fbclid=c&&gclid", f"{PAGE}?UTM_Medium=%00"):
        assert portal.get(address, Cookie="_ga=GA1.2; theme=dark", Accept_Language="zh").body == plain.body
    assert portal.made == [PAGE]


def test_parameters_that_a_page_reads_make_pages_of_their_own(portal):
    there = [portal.get(f"/en/phases/as-of/?utm_source=a&day=2016-05-0{day}").headers["Location"] for day in (1, 2, 1)]

    assert there == [f"/en/phases/as-of/2016-05-0{day}/" for day in (1, 2, 1)]
    assert len(portal.made) == 2


def test_a_forged_host_gets_nothing_and_leaves_nothing(portal):
    assert portal.get(PAGE, Host="evil.example").status == 400
    assert portal.get(PAGE, Host="").status == 400
    assert not len(portal.cache.memory)

    portal.get(PAGE, Host="localhost:8000")
    portal.get(PAGE, Host="LocalHost:8000")
    assert len(portal.cache.memory) == 1


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_page_made_private_is_refused_to_the_next_reader_and_never_kept(portal, kind):
    page = PhasePage.objects.get(number=3)
    assert portal.get(page.url).status == 200

    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open sesame")
    for _ in range(2):
        assert "planned" not in portal.text(page.url).lower()
    assert len(portal.cache.memory) == 0

    restriction.delete()
    assert portal.get(page.url).status == 200


def test_memory_is_bounded_and_keeps_what_was_used_last(portal):
    portal.get(PAGE)
    [kept] = portal.cache.memory._answers.values()
    memory = LRUCache(3 * kept.size)
    for name in "abc":
        memory.keep(name, kept)
    memory.get("a")
    memory.keep("d", kept)

    assert [bool(memory.get(name)) for name in "abcd"] == [True, False, True, True]
    assert memory.used == 3 * kept.size


class Away:
    """A database that does not answer."""

    def __call__(self, execute, sql, params, many, context):
        raise OperationalError("the server is away")


def test_while_the_database_is_away_kept_pages_are_given_and_others_say_when_to_come_back(portal, on_day):
    with on_day(2026, 11, 22, 12):
        kept = portal.get(PAGE)
        with connection.execute_wrapper(Away()):
            assert portal.get(PAGE).body == kept.body
            for address in ("/en/contact/", "/en/nothing/", "/documents/1/none.pdf", "/sitemap.xml"):
                answer = portal.get(address)
                assert answer.status == 503, address
                assert answer.headers["Retry-After"] == "10"
                assert "back in a moment" in answer.body.decode()
                assert "default-src" in answer.headers["Content-Security-Policy"]

            with on_day(2026, 11, 22, 13):
                assert portal.get(PAGE).body == kept.body, "the last good one of the same generation"
    assert portal.get("/en/contact/").status in (200, 404)


def test_a_thousand_requests_leave_nothing_of_an_editor_in_the_cache(portal, shelf):
    """Each hundredth is by somebody logged in, just after the content has moved on, so that it could be kept."""
    cookie, user = session_of("Publishers")
    page = PhasePage.objects.get(number=2)
    page.title = "Words of a draft alone"
    page.save_revision(user=user)
    secret = Page.objects.get(slug="accessibility", locale__language_code="en")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    public = [PAGE, "/zh-hans/privacy/", page.url]
    good = {address: portal.anew(address).body for address in public}
    draft = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    theirs = [*public, secret.url, draft, "/en/search/", "/en/_util/login/"]

    for number in range(1000):
        address = public[number // 100 % len(public)]
        if number % 100 == 0:
            portal.generation.move()
            answer = portal.get(theirs[number // 100 % len(theirs)], Cookie=cookie)
            assert "s-maxage" not in answer.headers.get("Cache-Control", "")
            assert "Cache-Status" not in answer.headers
        else:
            assert portal.get(address, Cookie="_ga=1" if number % 3 else "").body == good[address]

    words = (user.username, "Words of a draft", "csrf", "sessionid", "userbar", "nonce", "Set-Cookie", secret.url)
    shared = [shelf.get(name.split(":", 2)[2])[1] for name in list(shelf._cache)]
    assert len(shared) == 10
    for answer in [*portal.cache.memory._answers.values(), *shared]:
        everything = f"{answer._headers} {answer.bodies['identity'].decode()}"
        assert not [word for word in words if word in everything]


def test_an_answer_to_somebody_logged_in_may_be_kept_by_nobody(portal):
    cookie, _user = session_of("Editors")

    for headers in ({"Cookie": cookie}, {"Authorization": "Basic eDp5"}, {"Cookie": "csrftoken=x"}):
        assert portal.get(PAGE, **headers).headers["Cache-Control"] == "private, no-cache"
    assert settings.SESSION_COOKIE_NAME == "sessionid"
    assert not len(portal.cache.memory)


def test_a_folder_that_cannot_be_used_stops_the_start_and_is_named(start, tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(ImproperlyConfigured, match="RUN_DIR=/srv/run"):
        PageCache(None, Generation(tmp_path / "file"), None, 1, watches=False)


def test_whoever_spells_the_host_in_many_ways_gets_one_page_and_fills_no_memory(portal):
    for host in ("testserver", "TESTSERVER", "testserver.", *(f"testserver:{port}" for port in range(1, 300))):
        assert portal.get(PAGE, Host=host).status == 200, host

    assert portal.made == [PAGE]
    assert len(portal.cache.memory) == 1
    assert memo._latest.value.cache_info().currsize < 50


def test_what_is_made_anew_keeps_one_site_however_the_host_is_spelled(portal):
    portal.get(f"{PAGE}?page=0")
    before = memo._latest.value.cache_info().currsize
    for port in range(1, 50):
        portal.get(f"{PAGE}?page={port}", Host=f"testserver:{port}")

    assert memo._latest.value.cache_info().currsize == before
