"""What every answer has, and what wrong addresses get."""

import pytest

from tests.test_every_page import pages


@pytest.mark.parametrize(
    "address", ["/en/", "/en/nothing-here/", "/admin/login/", "/robots.txt", "/sitemap.xml", "/healthz"]
)
def test_every_kind_of_answer_has_the_security_headers(client, db, address):
    headers = client.get(address).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "default-src" in headers["Content-Security-Policy"]
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", ["/en/nothing-here/", "/zh-hans/nothing-here/", "/en/phases/sesec-ix/", "/nothing"])
def test_a_wrong_address_gets_a_page_that_helps(client, db, address):
    response = client.get(address, follow=True)

    html = response.content.decode()
    assert response.status_code == 404
    assert 'role="search"' in html
    assert "/phases/" in html
    assert 'name="robots" content="noindex"' in html


@pytest.mark.parametrize("address", ["/en/%00/", "/en/search/?q=%00", "/en/search/?q=a%00b"])
def test_an_address_that_cannot_be_read_is_refused_and_breaks_nothing(client, db, address):
    assert client.get(address).status_code == 400


def test_the_sitemap_names_every_page_in_each_language_it_is_written_in_and_no_stand_in(client, db):
    xml = client.get("/sitemap.xml").content.decode()

    for page in pages():
        assert (f"<loc>http://testserver{page.url}</loc>" in xml) is (page.alias_of_id is None), page.url
    assert 'hreflang="zh-hans" href="http://testserver/zh-hans/phases/"' in xml


def test_a_private_page_is_in_no_menu_list_search_or_sitemap(client, phase_four):
    phase_four.view_restrictions.create(restriction_type="login")

    for address in ("/en/", "/en/phases/", "/en/search/?q=SESEC", "/sitemap.xml", "/en/partners/cen/"):
        assert "/en/phases/sesec-iv/" not in client.get(address).content.decode(), address


def test_robots_are_told_of_the_sitemap_and_kept_out_of_the_admin(client):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
