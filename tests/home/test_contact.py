"""How the project can be reached is recorded once, and stands on the page for it, in the foot, and in the data."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from sesec_portal.home.models import ContactSettings, StandardPage
from tests.reading import main_of, words

ADDRESS = reverse("wagtailsettings:edit", args=["home", "contactsettings"])


@pytest.fixture
def contact_page(home):
    """The page of text that shows it."""
    return StandardPage.objects.get(slug="contact", locale=home.locale)


@pytest.fixture
def recorded(client, log_in, contact_page):
    """What an Administrator has typed."""
    log_in("Administrators")
    typed = {
        "email": "office@example.org",
        "address": "1 Example Street\nBeijing",
        "address_zh": "北京市示例街1号",
        "wechat": "SESEC-example",
        "page": contact_page.pk,
    }
    form = client.get(ADDRESS, follow=True).redirect_chain[-1][0]
    assert client.post(form, typed).status_code == 302
    client.logout()


def test_nothing_is_said_while_nothing_is_recorded(client, db):
    assert "mailto:" not in client.get("/en/").content.decode()
    assert "Postal address" not in main_of(client, "/en/contact/")


def test_the_page_for_it_shows_it_in_both_languages(client, recorded):
    shown = main_of(client, "/en/contact/")
    assert "E-mail office@example.org" in shown
    assert "1 Example Street Beijing" in shown
    assert "WeChat account SESEC-example" in shown
    assert "北京市示例街1号" in main_of(client, "/zh-hans/contact/")
    assert "1 Example Street" not in main_of(client, "/en/privacy/")


@pytest.mark.parametrize("address", ["/en/", "/zh-hans/phases/"])
def test_the_foot_of_every_page_has_the_e_mail(client, recorded, address):
    foot = BeautifulSoup(client.get(address).content, "html.parser").find("footer")

    assert "office@example.org" in words(foot)


@pytest.mark.parametrize("address", ["/en/", "/en/contact/"])
def test_machines_read_it(client, recorded, address):
    html = BeautifulSoup(client.get(address).content, "html.parser")
    graph = json.loads(html.find("script", type="application/ld+json").string)["@graph"]
    [project] = [node for node in graph if node["@type"] == "Project"]

    assert project["email"] == "office@example.org"
    assert project["contactPoint"] == {
        "@type": "ContactPoint",
        "email": "office@example.org",
        "contactType": "secretariat",
    }


@pytest.mark.parametrize("group", ["Editors", "Publishers"])
def test_only_administrators_record_it(client, log_in, group):
    log_in(group)
    kept = ContactSettings.load()
    for address in (ADDRESS, f"{ADDRESS}{kept.pk}/"):
        client.post(address, {"email": "other@example.org"})

    assert not ContactSettings.objects.filter(email="other@example.org").exists()
