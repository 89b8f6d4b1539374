"""Who is responsible and how to reach them is recorded once; pages, the foot, machines and staff are told of it."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.checks import WARNING, run_checks
from django.urls import reverse

from sesec_portal.home.models import ContactSettings, StandardPage
from tests.json_ld import about, faults
from tests.reading import main_of, words

ADDRESS = reverse("wagtailsettings:edit", args=["home", "contactsettings"])


@pytest.fixture
def contact_page(home):
    """The page of text that shows it."""
    return StandardPage.objects.get(slug="contact", locale=home.locale)


EVERYTHING = {
    "operator": "Example Centre",
    "operator_zh": "示例中心",
    "address": "1 Example Street\nBrussels",
    "email": "office@example.org",
    "telephone": "+32 2 000 00 00",
    "controller": "Example Controller",
    "controller_zh": "示例处理者",
    "controller_address": "2 Example Street\nBrussels",
    "controller_email": "data@example.org",
    "accessibility_email": "access@example.org",
    "security_email": "security@example.org",
}


@pytest.fixture
def all_recorded(db):
    """Everything that readers look for."""
    kept = ContactSettings.load()
    for name, value in EVERYTHING.items():
        setattr(kept, name, value)
    kept.save()
    return kept


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


SENTENCES = {
    "en": ("No e-mail address is recorded.", "No controller is recorded."),
    "zh-hans": ("暂无电子邮箱。", "暂无个人信息处理者的信息。"),
}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_what_is_missing_is_said_once_on_each_page(client, db, language):
    mail, controller = SENTENCES[language]

    for place, sentence in (("contact", mail), ("accessibility", mail), ("privacy", controller)):
        assert main_of(client, f"/{language}/{place}/").count(sentence) == 1


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_what_is_recorded_stands_on_the_page_that_readers_ask(client, all_recorded, language):
    pages = {name: main_of(client, f"/{language}/{name}/") for name in ("contact", "privacy", "accessibility")}

    chinese = language != "en"
    operator, controller = (EVERYTHING[f"{name}_zh" if chinese else name] for name in ("operator", "controller"))
    for text in (operator, "1 Example Street", "office@example.org", "+32 2 000 00 00"):
        assert text in pages["contact"]
    for text in (controller, "data@example.org", "2 Example Street"):
        assert text in pages["privacy"]
    assert "access@example.org" in pages["accessibility"]
    for sentence in SENTENCES[language]:
        assert sentence not in "".join(pages.values())


def test_the_foot_says_who_is_responsible(client, all_recorded):
    assert "Example Centre is responsible for this portal." in words(
        BeautifulSoup(client.get("/en/phases/").content, "html.parser").footer
    )


def test_security_txt_names_the_recorded_address(client, all_recorded):
    told = client.get("/.well-known/security.txt").content.decode()

    assert "Contact: mailto:security@example.org\n" in told
    assert "/en/contact/" not in told


def test_machines_read_every_contact_and_the_address(client, all_recorded):
    sesec = about(client, "/en/contact/")

    assert not list(faults(sesec))
    assert sesec["address"] == {
        "@type": "PostalAddress",
        "name": "Example Centre",
        "streetAddress": "1 Example Street, Brussels",
    }
    assert {point["contactType"]: point["email"] for point in sesec["contactPoint"]} == {
        "secretariat": "office@example.org",
        "accessibility": "access@example.org",
        "security": "security@example.org",
    }


def test_staff_are_warned_of_what_is_missing_by_the_check_and_on_the_admins_front_page(client, log_in, all_recorded):
    def warned():
        found = [told for told in run_checks(include_deployment_checks=True) if told.id == "home.W001"]
        return " ".join(f"{told.level} {told.msg}" for told in found)

    log_in("Administrators")
    assert not warned()
    assert "Nobody has recorded this yet" not in client.get("/admin/").content.decode()
    ContactSettings.objects.update(security_email="", controller_email="", controller_address="")

    assert warned() == f"{WARNING} Not recorded: e-mail of the controller, e-mail for weaknesses."
    shown = words(BeautifulSoup(client.get("/admin/").content, "html.parser").find(id="missing-contact").parent)
    assert "e-mail of the controller, e-mail for weaknesses" in shown
    client.logout()
    log_in("Editors")
    assert "Nobody has recorded this yet" not in client.get("/admin/").content.decode()


def test_nothing_is_said_while_nothing_is_recorded(client, db):
    assert "mailto:" not in client.get("/en/").content.decode()
    assert "No postal address is recorded." in main_of(client, "/en/contact/")


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
