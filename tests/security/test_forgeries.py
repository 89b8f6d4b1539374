"""Requests that pretend: another host, another site's form, an address that leads elsewhere."""

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLResolver
from rest_framework.authentication import SessionAuthentication
from wagtail.contrib.redirects.models import Redirect

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish

EVIL = "evil.example"
TELLING_ADDRESSES = ["/", "/en/", "/robots.txt", "/sitemap.xml", "/en/feeds/changes.atom", "/.well-known/security.txt"]


@pytest.mark.parametrize("address", TELLING_ADDRESSES)
def test_a_forged_host_is_not_believed(client, db, address):
    plain = client.get(address)
    headers = {"Forwarded": f"host={EVIL}", "X-Forwarded-Host": EVIL, "X-Host": EVIL, "X-Original-URL": f"//{EVIL}"}
    forged = client.get(address, headers=headers)

    assert forged.status_code == plain.status_code
    assert EVIL not in forged.content.decode() + forged.headers.get("Location", "")


@pytest.mark.parametrize(
    "host", [EVIL, f"testserver.{EVIL}", f"{EVIL}#testserver", f"testserver@{EVIL}", "testserver:x"]
)
def test_a_host_that_is_not_ours_gets_nothing(client, db, host):
    for address in TELLING_ADDRESSES:
        response = client.get(address, headers={"host": host})
        assert response.status_code == 400
        assert EVIL not in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        f"//{EVIL}",
        f"//{EVIL}/",
        f"///{EVIL}/%2e%2e",
        f"/\\{EVIL}",
        f"/en//{EVIL}",
        f"/en/\\{EVIL}",
        f"/%2f{EVIL}",
        f"/%5c{EVIL}",
        f"/http://{EVIL}",
        f"http://{EVIL}/en/",
        f"/en/phases/as-of/?day=//{EVIL}",
        f"/en/?next=//{EVIL}",
        f"/en/search/?q=a&next=http://{EVIL}",
    ],
)
def test_no_address_leads_away_from_the_portal(client, db, path):
    for _ in range(4):
        response = client.get(path)
        if response.status_code not in (301, 302):
            break
        path = response.headers["Location"]
        there = urlsplit(path.replace("\\", "/"))
        assert (there.scheme, there.netloc) in [("", ""), ("http", "testserver")]
        assert not path.startswith("//")
    assert response.status_code in (200, 400, 404)


def test_a_redirect_leads_where_its_editor_said_and_takes_nothing_from_the_address(client, db):
    Redirect.add_redirect("/archive/*", "/en/background/")

    for rest in (f"//{EVIL}/", f"?next=//{EVIL}", f"@{EVIL}/"):
        assert client.get(f"/archive/{rest}").headers["Location"] == "/en/background/"


def test_after_their_work_editors_are_not_led_away(client, log_in, home):
    log_in("Administrators")
    page = publish(StandardPage(title="Notes", slug="notes", locale=home.locale), home)
    targets = [f"https://{EVIL}/", f"//{EVIL}/", f"/\\{EVIL}", "javascript:alert(1)"]
    for target, action in zip(targets, ("unpublish", "lock", "unlock", "delete"), strict=True):
        there = client.post(f"/admin/pages/{page.pk}/{action}/?next={target}", {"next": target}).headers["Location"]
        assert there.startswith("/admin/")


def views(resolver=None):
    """Yield every view that has an address."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from views(entry)
        else:
            yield entry.callback


def test_no_view_takes_a_form_from_another_site():
    found = list(views())

    assert len(found) > 250
    exempt = [view for view in found if getattr(view, "csrf_exempt", False)]
    # Readers, who have no cookie, tell by their browser where the form comes from; see below.
    without_token = [view for view in exempt if not getattr(view, "asks_for_the_origin", False)]
    assert len(exempt) - len(without_token) == 3
    # The admin's own API asks for the token itself.
    assert all(SessionAuthentication in view.cls.authentication_classes for view in without_token)


FORMS = [
    *("/admin/login/", "/admin/pages/3/delete/", "/admin/users/new/", "/admin/images/multiple/add/", "/admin/account/"),
    *("/admin/api/main/pages/3/action/unpublish/", "/en/_util/authenticate_with_password/1/1/"),
    *("/documents/authenticate_with_password/1/", "/en/contact/write/", "/zh-hans/contact/write/copy/", "/draft/none/"),
]


def test_a_form_without_its_token_or_from_elsewhere_is_refused(db, django_user_model):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(django_user_model.objects.create_superuser("root", "root@example.org", "not-a-real-password"))
    browser.get("/admin/account/")
    token = browser.cookies["csrftoken"].value

    elsewhere = {"origin": f"https://{EVIL}"}
    for address in FORMS:
        assert browser.post(address, {"next": "/"}).status_code == 403, address
        assert browser.post(address, {"csrfmiddlewaretoken": token}, headers=elsewhere).status_code == 403, address
