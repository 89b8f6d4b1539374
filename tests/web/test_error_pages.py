"""What every answer has, and what wrong addresses get."""

from datetime import datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page


@pytest.mark.parametrize("address", ["/en/nothing-here/", "/zh-hans/nothing-here/", "/en/phases/sesec-ix/", "/nothing"])
def test_a_wrong_address_gets_a_page_that_helps(client, db, address):
    response = client.get(address, follow=True)

    html = response.content.decode()
    assert response.status_code == 404
    assert 'role="search"' in html
    assert "/phases/" in html
    assert 'name="robots" content="noindex"' in html
    assert BeautifulSoup(html, "html.parser").main.select_one("a[href$='/contact/']")


def test_a_page_of_a_kind_that_this_release_does_not_have_is_not_found(client, phase_four):
    kind = ContentType.objects.create(app_label="phases", model="formerkind")
    Page.objects.filter(pk=phase_four.pk).update(content_type=kind)

    assert client.get("/en/phases/sesec-iv/").status_code == 404


@pytest.mark.parametrize("address", ["/en/%00/", "/en/search/?q=%00", "/en/search/?q=a%00b"])
def test_an_address_that_cannot_be_read_is_refused_and_breaks_nothing(client, db, address):
    assert client.get(address).status_code == 400


def test_a_private_page_is_in_no_menu_list_search_or_sitemap(client, phase_four):
    phase_four.view_restrictions.create(restriction_type="login")

    lists = ["/en/", "/en/phases/", "/en/search/?q=SESEC", "/en/partners/cen/"]
    for address in [*lists, "/en/sitemap/", "/sitemap-pages.xml", "/en/feeds/changes.atom"]:
        assert "/en/phases/sesec-iv/" not in client.get(address).content.decode(), address


def test_robots_are_told_of_the_sitemap_and_kept_out_of_the_admin(client):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_who_found_a_weakness_is_told_where_to_report_it(client, db, settings):
    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == "http://testserver/en/contact/"
    assert fields["Canonical"] == "http://testserver/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "en, zh-hans"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    assert "Contact: mailto:security@example.org\n" in client.get("/.well-known/security.txt").content.decode()
