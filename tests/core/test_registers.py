"""The registers' lists in the admin name their columns, and find what is asked for."""

import pytest
from bs4 import BeautifulSoup

from governance.models import Decision
from partners.models import Person


def columns(client, address):
    html = BeautifulSoup(client.get(address).content, "html.parser")
    return {heading.get_text(" ", strip=True).lower() for heading in html.find_all("th")}


def test_the_list_of_people_says_what_each_column_is(client, log_in):
    Person.objects.create(name="Somebody")
    log_in("Publishers")

    found = columns(client, "/admin/snippets/partners/person/")
    assert "consent to be named" in found
    assert "method" not in found


@pytest.mark.parametrize("words", ["99", "wholly", "全新"])
def test_a_decision_is_found_by_its_number_and_by_its_words(client, log_in, words):
    Decision.objects.create(number=99, kind="decision", decided="2020", wording="A wholly new one", wording_zh="全新的")
    Decision.objects.create(number=12, kind="decision", decided="2020", wording="Another")
    log_in("Publishers")

    html = BeautifulSoup(client.get("/admin/snippets/governance/decision/", {"q": words}).content, "html.parser")
    assert [link.get_text(strip=True) for link in html.select("tbody .title-wrapper a")] == ["99"]


def test_a_seat_is_found_by_its_partner(client, log_in, db):
    log_in("Editors")

    html = BeautifulSoup(client.get("/admin/snippets/governance/seat/", {"q": "EFTA"}).content, "html.parser")
    assert [link.get_text(strip=True) for link in html.select("tbody .title-wrapper a")] == ["EFTA"]


def test_the_admins_search_leads_to_the_registers(client, log_in, db):
    log_in("Editors")

    html = BeautifulSoup(client.get("/admin/pages/search/", {"q": "99"}).content, "html.parser")
    links = {link["href"] for link in html.select("a[href*='/snippets/']")}
    for register in ("governance/decision", "governance/seat", "governance/sector", "partners/person"):
        assert f"/admin/snippets/{register}/?q=99" in links
