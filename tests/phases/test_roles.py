"""A role in a phase can be held for a time within it, and the page says where that is recorded."""

import csv
import io
import re

import pytest
from bs4 import BeautifulSoup

from partners.models import PartnerPage
from phases.models import Participation
from tests.json_ld import graph_of
from tests.reading import main_of, words


@pytest.fixture
def handed_over(phase_four, cen, source):
    """SESEC IV, led by CEN until June 2019 and by ETSI since July 2019."""
    etsi = PartnerPage.objects.originals().get(slug="etsi")
    phase_four.participations.all().delete()
    leader = Participation.Role.LEADER
    minutes = source("Minutes of July 2019")
    for partner, dates in ((cen, {"ends": "2019-06"}), (etsi, {"starts": "2019-07", "cited": minutes})):
        Participation.objects.create(phase=phase_four, partner=partner, role=leader, **dates)
    return phase_four


def facts(client, language):
    html = BeautifulSoup(client.get(f"/{language}/phases/sesec-iv/").content, "html.parser")
    return words(html.find(class_="facts"))


@pytest.mark.parametrize(("language", "leader"), [("en", "Project leader ETSI"), ("zh-hans", "项目负责方 ETSI")])
def test_the_project_leader_is_the_one_who_led_last(client, handed_over, language, leader):
    assert leader in facts(client, language)


def test_the_committee_tells_who_led_on_a_day(client, handed_over):
    for day, leader in (("2019-01-01", "CEN"), ("2020-01-01", "ETSI")):
        assert f"Project leader, SESEC IV {leader}" in main_of(client, f"/en/steering-committee/as-of/{day}/")


def test_readers_see_since_when_and_who_says_so(client, handed_over):
    for address in ("/en/phases/sesec-iv/", "/en/partners/etsi/"):
        shown = main_of(client, address)
        assert re.search(r"project leader, from July 2019 \[\d\]", shown)
        assert "Minutes of July 2019" in shown
    assert "CEN project leader, until June 2019" in main_of(client, "/en/phases/sesec-iv/")


def test_the_register_has_the_dates_and_the_source(client, handed_over):
    rows = csv.DictReader(io.StringIO(client.get("/en/phases/participations.csv").content.decode("utf-8-sig")))
    row = next(row for row in rows if row["phase"] == "4" and row["partner"] == "ETSI")

    assert (row["starts"], row["ends"], row["source"]) == ("2019-07", "", "Minutes of July 2019")


def test_machines_get_the_time_of_the_role(client, handed_over):
    phase = next(
        node for node in graph_of(client, "/en/phases/sesec-iv/") if node["@type"] == "Project" and "member" in node
    )
    held = [(role["roleName"], role.get("startDate"), role.get("endDate")) for role in phase["member"]]

    assert ("project leader", "2019-07", None) in held
    assert len([role for role in held if role[0] == "project leader"]) == 2
