"""TLS from end to end: it ends at a proxy, which alone is believed; cookies and forms keep to it."""

import http.client
import os
import shutil
import subprocess
from types import SimpleNamespace

import pytest
import requests
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.db import connections

from bench.servers import free_port, nginx, serving
from tests.databases import environment_of
from tests.production import PRODUCTION

PROGRAMS = [shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") for name in ("nginx", "openssl")]
pytestmark = pytest.mark.skipif(
    not all(PROGRAMS) and "CI" not in os.environ, reason="needs nginx and openssl (apt install nginx-light openssl)"
)
# The address from which the proxy comes, and another one of this machine.
TRUSTED, STRANGER = "127.0.0.1", "127.0.0.2"
PASSWORD = "not-a-Real-pass-word-1"
LOGIN = "/account/login/?next=/admin/"
PROXY = """
server {{
    listen 127.0.0.1:{tls} ssl;
    ssl_certificate {certificate};
    ssl_certificate_key {key};
    access_log off;
    location / {{
        proxy_pass http://127.0.0.1:{port};
        proxy_set_header Host $http_host;
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Forwarded-Proto https;
    }}
}}
"""


@pytest.fixture
def certificate(tmp_path):
    """A certificate for localhost, and its key."""
    made, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    command = [PROGRAMS[1], "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", made]
    subprocess.run(command, check=True, capture_output=True)
    return str(made), str(key)


@pytest.fixture
def served(own_database, tmp_path, certificate):
    """The portal in production settings behind nginx, and before that a proxy with TLS; an editor has an account."""
    User.objects.create_user("marie", password=PASSWORD).groups.add(Group.objects.get(name="Editors"))
    connections.close_all()
    tls, port = free_port(), free_port()
    uploads, run = tmp_path / "media", tmp_path / "run"
    (uploads / "images").mkdir(parents=True)
    run.mkdir()
    environment = {
        **environment_of(own_database),
        "SECRET_KEY": PRODUCTION["SECRET_KEY"],
        "DJANGO_SETTINGS_MODULE": "tests.security.settings_with_tls",
        "ALLOWED_HOSTS": "localhost",
        "SITE_URL": f"https://localhost:{tls}",
        "BEHIND_PROXY": "true",
        "MEDIA_ROOT": str(uploads),
        "RUN_DIR": str(run),
    }
    proxy = PROXY.format(tls=tls, port=port, certificate=certificate[0], key=certificate[1])
    with serving(environment) as (web, _server), nginx(web, media=uploads, run=run, more=proxy, port=port):
        yield SimpleNamespace(origin=f"https://localhost:{tls}", certificate=certificate[0], port=port)


def plainly(served, source, **headers):
    """Ask nginx for the front page without TLS, from an address; return the status and where it leads."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, source_address=(source, 0))
    connection.request("GET", "/en/", headers={"Host": "localhost", **headers})
    answer = connection.getresponse()
    return answer.status, answer.headers["Location"]


def test_readers_and_editors_are_served_over_tls_alone_and_only_the_proxy_says_so(served):
    browser = requests.Session()
    browser.verify, browser.trust_env = served.certificate, False
    page = browser.get(f"{served.origin}/en/")
    assert page.status_code == 200
    assert "max-age=" in page.headers["Strict-Transport-Security"]
    assert not page.cookies
    links = [link["href"] for link in BeautifulSoup(page.content, "html.parser").find_all("link", href=True)]
    assert not [link for link in links if link.startswith("http://")]
    assert f"{served.origin}/en/" in links

    # What is kept for those with TLS is not given to anybody without.
    to_tls = (301, "https://localhost/en/")
    assert plainly(served, TRUSTED) == to_tls
    assert plainly(served, STRANGER, **{"X-Forwarded-Proto": "https"}) == to_tls
    assert plainly(served, TRUSTED, **{"X-Forwarded-Proto": "https"}) == (200, None)

    form = browser.get(f"{served.origin}{LOGIN}")
    token = BeautifulSoup(form.content, "html.parser").find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]
    typed = {"csrfmiddlewaretoken": token, "login": "marie", "password": PASSWORD}
    for referrer in ({}, {"Referer": f"http://localhost{LOGIN}"}, {"Origin": "https://evil.example"}):
        assert browser.post(f"{served.origin}{LOGIN}", typed, headers=referrer).status_code == 403, referrer
    browser.post(f"{served.origin}{LOGIN}", typed, headers={"Referer": f"{served.origin}{LOGIN}"})

    assert browser.get(f"{served.origin}/admin/", allow_redirects=False).status_code == 200
    assert {cookie.name for cookie in browser.cookies} == {"__Host-csrftoken", "__Host-device", "__Host-sessionid"}
    for cookie in browser.cookies:
        assert cookie.secure, cookie.name
        assert cookie.has_nonstandard_attr("HttpOnly"), cookie.name
