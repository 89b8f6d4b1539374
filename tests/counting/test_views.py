"""What counts as a view: whatever the page cache did, and nobody who is no reader."""

import re
import time

import pytest

from sesec_portal.counting import waiting
from sesec_portal.counting.views import PROGRAMS
from sesec_portal.operations.access_log import Requests
from tests.databases import ROOT

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
WECHAT = "Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 Chrome/126.0 Mobile MicroMessenger/8.0.50"
GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
BAIDU = "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)"
HEADLESS = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Safari/537.36"


@pytest.fixture
def noted(folder, monkeypatch):
    """Ask for an address, and return the paths that are noted by then: `noted("/en/", status="200 OK")`."""
    monkeypatch.setattr(waiting, "_KEPT", 0.01)

    def ask(path, status="200 OK", method="GET", agent=FIREFOX, **headers):
        def application(environ, start_response):
            start_response(status, [("Cache-Status", "sesec; hit")])
            return [b""]

        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "q=1", **headers}
        environ |= {} if agent is None else {"HTTP_USER_AGENT": agent}
        Requests(application)(environ, lambda *_: None)
        time.sleep(0.1)
        written = "".join(file.read_text(encoding="utf-8") for file in folder.iterdir())
        assert re.fullmatch(r"(\d{10} /.*\n)*", written)
        return [line.partition(" ")[2] for line in written.splitlines()]

    return ask


@pytest.mark.parametrize("path", ["/en/", "/zh-hans/phases/", "/documents/1/agenda.pdf"])
@pytest.mark.parametrize("status", ["200 OK", "304 Not Modified"])
def test_a_page_or_document_that_a_reader_opens_is_noted_without_anything_about_the_reader(noted, path, status):
    assert noted(path, status) == [path]


def test_a_path_is_noted_as_it_is_read(noted):
    assert noted("/zh-hans/中/".encode().decode("latin-1")) == ["/zh-hans/中/"]


@pytest.mark.parametrize("agent", [FIREFOX, WECHAT])
def test_browsers_are_readers(noted, agent):
    assert noted("/en/", agent=agent) == ["/en/"]


@pytest.mark.parametrize("agent", [None, "", "curl/8.5.0", "python-requests/2.32", GOOGLE, BAIDU, HEADLESS])
def test_machines_are_not(noted, agent):
    assert noted("/en/", agent=agent) == []


@pytest.mark.parametrize(
    "asked",
    [
        {"method": "HEAD"},
        {"method": "POST"},
        {"status": "302 Found"},
        {"status": "404 Not Found"},
        {"status": "503 Service Unavailable"},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"HTTP_PURPOSE": "prefetch"},
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_AUTHORIZATION": "Basic abc"},
        {"HTTP_X_VIEW_COUNTED": "yes"},
    ],
)
def test_what_nobody_reads_is_not_noted_nor_what_staff_open_or_nginx_has_counted(noted, asked):
    assert noted("/en/", **asked) == []


@pytest.mark.parametrize("path", ["/livez", "/en/calendar.ics", "/static/css/portal.css", "/robots.txt"])
def test_what_is_no_page_is_not_noted(noted, path):
    assert noted(path) == []


def test_readers_notice_nothing_of_a_folder_that_cannot_be_written(noted, folder, caplog):
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(NotADirectoryError):
        noted("/en/")

    assert "views are not counted: VIEWS_DIR cannot be written." in caplog.text


def test_nginx_takes_the_same_for_machines():
    configuration = (ROOT / "deploy/nginx/portal.conf.template").read_text(encoding="utf-8")

    assert f'"~*{PROGRAMS}" 1;' in configuration
