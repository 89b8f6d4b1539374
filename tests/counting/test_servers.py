"""Both caches answer readers without asking anybody: what they give is counted all the same."""

import os
import shutil
import subprocess
import time
from types import SimpleNamespace

import pytest
from django.db import connections

from bench.asking import Reader
from bench.servers import nginx, serving
from sesec_portal.counting.models import DailySum
from sesec_portal.home.models import HomePage
from tests.databases import ROOT, environment_of

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def web(own_database, settings, tmp_path):
    """A portal's web server; its views wait in a folder of this test."""
    settings.VIEWS_DIR = tmp_path / "views"
    settings.VIEWS_DIR.mkdir()
    connections.close_all()
    environment = {**environment_of(own_database), "RUN_DIR": str(tmp_path / "run")}
    environment |= {"VIEWS_DIR": str(settings.VIEWS_DIR)}
    with serving(environment) as (address, _server):
        yield SimpleNamespace(address=address, views=settings.VIEWS_DIR, run=tmp_path / "run", media=tmp_path)


def lines(folder, number):
    """Return the lines of a folder's files, once there are so many, or after half a minute."""
    for _ in range(60):
        found = [line for file in folder.glob("*.log") for line in file.read_text(encoding="utf-8").splitlines()]
        if len(found) >= number:
            break
        time.sleep(0.5)
    # Nothing more comes.
    time.sleep(1)
    return [line for file in folder.glob("*.log") for line in file.read_text(encoding="utf-8").splitlines()]


def ask(origin, path, times, **headers):
    reader = Reader(origin, **{"User_Agent": FIREFOX, **headers})
    assert {reader.get(path)[0] for _ in range(times)} == {200}


def test_without_nginx_the_portal_counts_what_it_gives_from_memory_too(web, summed):
    ask(web.address, "/en/", 5)
    ask(web.address, "/en/?utm_source=letter", 1)
    ask(web.address, "/en/", 2, User_Agent="curl/8.5.0")

    assert [line.partition(" ")[2] for line in lines(web.views, 6)] == ["/en/"] * 6
    for file in web.views.iterdir():
        os.utime(file, (0, 0))
    summed()
    assert DailySum.objects.of_pages() == {HomePage.objects.get(locale__language_code="en").pk: 6}


@pytest.mark.skipif(not NGINX and "CI" not in os.environ, reason="needs nginx (apt install nginx-light)")
def test_behind_nginx_only_nginx_counts_and_its_file_is_put_aside_whole(web, summed, tmp_path):
    with nginx(web.address, media=web.media, run=web.run, views=web.views) as front:
        ask(front, "/en/", 5)
        ask(front, "/zh-hans/?kind=news", 1)
        ask(front, "/en/", 1, Cookie="sessionid=abc")
        ask(front, "/en/", 1, User_Agent="python-requests/2.32")
        ask(front, "/en/", 1, User_Agent="Mozilla/5.0 (compatible; Baiduspider/2.0)")
        ask(front, "/en/", 1, Sec_Purpose="prefetch")
        Reader(front, User_Agent=FIREFOX).get("/en/no-such-page/")
        # Longer than the portal keeps lines.
        time.sleep(12)
        written = lines(web.views, 6)

    assert sorted(line.partition(" ")[2] for line in written) == ["/en/"] * 5 + ["/zh-hans/"]
    assert [file.name for file in web.views.iterdir()] == ["nginx.log"]
    turn = ["sh", str(ROOT / "deploy/nginx/turn")]
    environment = {
        **os.environ,
        "VIEWS_DIR": str(web.views),
        "TURNED": str(tmp_path / "turned"),
        "NGINX_COMMAND": "true",
    }
    subprocess.run(turn, env=environment, check=True)
    (file,) = web.views.iterdir()
    os.utime(file, (0, 0))
    summed()
    assert sum(DailySum.objects.of_pages().values()) == 6
