"""What every kind of answer says to browsers, and what none says."""

import re
from importlib import import_module

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import PageViewRestriction

from sesec_portal.media.models import PortalDocument, PortalImage
from sesec_portal.share_images import storage
from tests.browser.places import AWAY, BROKEN
from tests.security import files

HOST = "sesec.example.org"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=3600",
}
PAGES = {
    "front page": "/en/",
    "page in Chinese": "/zh-hans/phases/sesec-iv/",
    "page of a day": "/en/phases/as-of/2020-01-01/",
    "search": "/en/search/?q=SESEC",
    "sitemap for readers": "/en/sitemap/",
    "open data": "/en/open-data/",
    "follow": "/en/follow/",
}
OTHERS = {
    "feed": "/en/feeds/changes.atom",
    "calendar": "/en/calendar.ics",
    "CSV": "/en/phases/phases.csv",
    "JSON": "/en/phases/phases.json",
    "XLSX": "/en/phases/phases.xlsx",
    "choice of language": "/",
    "redirect to a day": "/en/phases/as-of/?day=2020-01-01",
    "added slash": "/en/phases",
    "icon": "/favicon.ico",
    "robots": "/robots.txt",
    "sitemap": "/sitemap.xml",
    "part of the sitemap": "/sitemap-pages.xml",
    "security.txt": "/.well-known/security.txt",
    "health": "/livez",
    "stylesheet": "/static/css/portal.css",
    "no such stylesheet": "/static/css/none.css",
    "no such page": "/en/nothing/",
    "no such day": "/en/phases/as-of/tomorrow/",
    "unreadable address": "/en/%00/",
    "fault": f"/en/{BROKEN}",
    "database away": f"/en/{AWAY}",
    "no such document": "/documents/999999/none.pdf",
}
ADMIN = {"login": "/admin/login/", "admin without an account": "/admin/", "form": "/account/password/"}


class Browser(Client):
    """A browser that asks over TLS until it is told otherwise."""

    over_tls = True

    def generic(self, *args, **extra):
        return super().generic(*args, **{**extra, "secure": self.over_tls})


@pytest.fixture
def reader(db, settings, tmp_path, monkeypatch):
    """A browser that comes over TLS to a portal with the settings of production, and with a page at which it fails."""
    monkeypatch.setenv("ALLOWED_HOSTS", HOST)
    monkeypatch.setenv("SITE_URL", f"https://{HOST}")
    production = import_module("sesec_portal.settings.production")
    for name in vars(production):
        if name.startswith(("SECURE_", "SESSION_COOKIE", "CSRF_COOKIE")):
            setattr(settings, name, getattr(production, name))
    settings.ALLOWED_HOSTS = [HOST]
    settings.ROOT_URLCONF = "tests.browser.urls"
    settings.MEDIA_ROOT = tmp_path
    return Browser(raise_request_exception=False, SERVER_NAME=HOST)


def check(response, kind="", **others):
    """Check what every answer has, and what none may have; return its content security policy."""
    headers = response.headers
    for name, value in {**ALWAYS, "Cross-Origin-Resource-Policy": "same-origin", **others}.items():
        assert headers.get(name) == value, (kind, name)
    assert "camera=()" in headers["Permissions-Policy"]
    for name in ("Server", "X-Powered-By", "Via", "Access-Control-Allow-Origin"):
        assert name not in headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    return policy


def is_strict(policy):
    return not re.search("unsafe|nonce|https?:|[*]", policy)


def test_every_kind_of_answer_has_the_security_headers_and_no_version(reader):
    for kind, address in {**PAGES, **OTHERS, **ADMIN}.items():
        response = reader.get(address)
        assert is_strict(check(response, kind)) is (kind != "admin without an account"), kind
        if kind not in ADMIN:
            assert not response.cookies, kind
        if kind in PAGES:
            assert response.status_code == 200, kind
            assert "generator" not in response.content.decode(), kind


def test_uploads_and_pictures_have_them_too(reader):
    image = PortalImage.objects.create(
        title="T", description="T", file=ContentFile(files.photograph("png"), name="a.png")
    )
    document = PortalDocument.objects.create(title="T", file=ContentFile(files.document("pdf"), name="a.pdf"))
    for address in (image.get_rendition("width-10").url, document.url):
        assert check(reader.get(address)) == "default-src 'none'"
    assert storage.renew_all()
    address = re.search('property="og:image" content="[^"]+(/media/share/[^"]+)"', reader.get("/en/").content.decode())
    check(reader.get(address[1]), **{"Cross-Origin-Resource-Policy": "cross-origin"})


def test_a_page_that_asks_for_its_password_is_as_strict_and_its_cookie_is_safe(reader, home):
    page = home.get_children().get(slug="privacy")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="open sesame")
    response = reader.get(page.url)

    assert is_strict(check(response))
    [cookie] = response.cookies.values()
    assert cookie["secure"]
    assert cookie["samesite"] == "Lax"


def test_the_admin_allows_what_the_editor_needs_and_nothing_from_elsewhere(reader, django_user_model):
    reader.force_login(django_user_model.objects.create_superuser("root", "root@example.org", "not-a-real-password"))
    policy = check(reader.get("/admin/"))

    assert policy.count("'unsafe-inline'") == 2
    assert "script-src-attr 'none'" in policy
    assert not re.search("https?:|[*]|unsafe-eval", policy)


def test_without_tls_readers_are_sent_to_it_on_the_same_host(reader):
    reader.over_tls = False
    response = reader.get("/en/?q=1")

    assert (response.status_code, response.headers["Location"]) == (301, f"https://{HOST}/en/?q=1")
    assert is_strict(check(response, **{"Strict-Transport-Security": None}))


def test_a_host_that_is_not_ours_is_refused_with_the_same_headers(reader):
    response = reader.get("/en/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert is_strict(check(response))
