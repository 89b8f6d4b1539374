"""Addresses elsewhere are asked politely, and never inside a private network."""

import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone

from sesec_portal.links.fetching import Answer, Asker, Fault, is_public, resolve


@contextmanager
def serving(answers):
    """A server on loopback: `answers` gives status and headers for each method and path; yields its port, and log."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            asked.append((self.command, self.path, dict(self.headers)))
            status, headers = answers.get((self.command, self.path)) or answers.get(self.path, (404, {}))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET = answer

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port, asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def on_loopback(port):
    return Asker(fit=lambda ip: ip == "127.0.0.1", ports={port}, resolve=lambda host, _port: ["127.0.0.1"])


def test_what_answers_is_good_and_learns_who_asks(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"
    with serving({"/a?b=1": (200, {})}) as (port, asked):
        assert on_loopback(port).ask(f"http://elsewhere.example:{port}/a?b=1") == Answer(None, 200)
    [(method, _path, headers)] = asked
    assert method == "HEAD"
    assert headers["Host"] == f"elsewhere.example:{port}"
    assert "https://portal.example" in headers["User-Agent"]


@pytest.mark.parametrize("status", [405, 501, 403])
def test_where_head_is_refused_it_asks_with_get(status):
    with serving({("HEAD", "/"): (status, {}), ("GET", "/"): (200, {})}) as (port, asked):
        assert on_loopback(port).ask(f"http://elsewhere.example:{port}") == Answer(None, 200)
    assert [method for method, *_rest in asked] == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("status", "fault"), [(404, Fault.STATUS), (410, Fault.STATUS), (500, Fault.STATUS), (403, None), (429, None)]
)
def test_an_error_is_a_fault_and_turning_programs_away_is_none(status, fault):
    with serving({"/": (status, {})}) as (port, _asked):
        assert on_loopback(port).ask(f"http://elsewhere.example:{port}/") == Answer(fault, status)


@pytest.mark.parametrize(("steps", "fault"), [(5, None), (6, Fault.REDIRECTS)])
def test_five_redirects_are_followed_and_no_sixth(steps, fault):
    answers = {f"/{step}": (302, {"Location": f"/{step + 1}"}) for step in range(steps)}
    with serving({**answers, f"/{steps}": (200, {})}) as (port, _asked):
        assert on_loopback(port).ask(f"http://elsewhere.example:{port}/0").fault == fault


def test_a_wish_for_patience_is_read_in_seconds_and_as_a_date(on_day):
    wishes = {"/s": (503, {"Retry-After": "120"}), "/d": (429, {"Retry-After": "Mon, 23 Nov 2026 12:00:00 GMT"})}
    with serving(wishes) as (port, _asked), on_day(2026, 11, 22):
        asker, address = on_loopback(port), f"http://elsewhere.example:{port}"
        assert asker.ask(f"{address}/s").not_before == timezone.now() + timedelta(seconds=120)
        assert asker.ask(f"{address}/d").not_before == datetime(2026, 11, 23, 12, tzinfo=UTC)


PRIVATE = [
    "127.0.0.1",
    "::1",
    "10.1.2.3",
    "169.254.169.254",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "0.0.0.0",  # noqa: S104  it is refused
    "224.0.0.1",
    "fe80::1",
    "fd00::1",
]


@pytest.mark.parametrize("ip", PRIVATE)
def test_an_address_inside_a_private_network_is_not_public(ip):
    assert not is_public(ip)


def test_addresses_of_the_internet_are():
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "https://127.0.0.1:8443/",
        "http://somebody:secret@elsewhere.example/",
        "ftp://elsewhere.example/",
        "file:///etc/passwd",
    ],
)
def test_nothing_private_is_connected_to(address, monkeypatch):
    def connected(*arguments, **keywords):
        raise AssertionError("It connected.")

    monkeypatch.setattr("urllib3.HTTPConnectionPool.urlopen", connected)
    assert Asker().ask(address) == Answer(Fault.UNFIT)


def test_a_name_one_of_whose_addresses_is_private_is_not_asked():
    asker = Asker(resolve=lambda host, port: ["93.184.216.34", "10.0.0.1"])
    assert asker.ask("http://elsewhere.example/") == Answer(Fault.UNFIT)


def test_a_redirect_to_a_private_address_is_not_followed():
    def look_up(host, port):
        return ["127.0.0.1"] if host == "elsewhere.example" else resolve(host, port)

    with serving({"/": (302, {"Location": "/away"}), "/away": (302, {})}) as (port, asked):
        asker = Asker(fit=lambda ip: ip == "127.0.0.1", ports={port}, resolve=look_up)
        away = serving({"/": (302, {"Location": f"http://10.0.0.1:{port}/"})})
        with away as (second, also):
            both = Asker(fit=asker.fit, ports={port, second}, resolve=look_up)
            assert both.ask(f"http://elsewhere.example:{second}/") == Answer(Fault.UNFIT)
    assert len(also) == 1
    assert not asked


def test_the_name_is_looked_up_once_and_no_proxy_of_the_environment_is_asked(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    looked_up = []
    with serving({"/": (200, {})}) as (port, _asked):
        asker = Asker(
            fit=lambda ip: True, ports={port}, resolve=lambda host, _port: looked_up.append(host) or ["127.0.0.1"]
        )
        assert asker.ask(f"http://elsewhere.example:{port}/") == Answer(None, 200)
    assert looked_up == ["elsewhere.example"]


def test_a_server_that_is_away_is_silent():
    with serving({}) as (port, _asked):
        pass
    assert on_loopback(port).ask(f"http://elsewhere.example:{port}/") == Answer(Fault.SILENT)
