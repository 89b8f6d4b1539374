"""The report in the admin lists every dated fact on which sources differ."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse

from governance.models import Decision, Seat, TermOfOffice
from phases.models import PhasePage
from tests.reading import words


@pytest.fixture
def report(client, db, log_in):
    """Read the report as an Editor: a list of rows, each the words of its cells."""
    log_in("Editors")

    def rows():
        html = BeautifulSoup(client.get(reverse("governance_admin:disagreements")).content, "html.parser")
        return [[words(cell) for cell in row.find_all("td")] for row in html.select("main tbody tr")]

    return rows


@pytest.fixture
def disputed_term(cen, source):
    """A term on CEN's seat of which a newsletter says that it began later."""
    return TermOfOffice.objects.create(
        seat=Seat.objects.get(partner=cen),
        starts="2020-05",
        cited=source("A letter"),
        other_statements=[("statement", {"fact": "starts", "date": "2021", "cited": source("A newsletter")})],
    )


def test_the_disagreements_of_a_phase_are_listed_with_every_source(report):
    [row] = [row for row in report() if row[0] == "SESEC I"]

    assert row[1:4] == ["phase", "start", "May 2006"]
    assert "May 2006: The project’s home page, as written for SESEC IV" in row[4]
    assert "July 2006: ETSI’s page on SESEC" in row[4]


def test_the_disagreements_of_any_sourced_record_are_listed(report, disputed_term):
    [row] = [row for row in report() if row[1] == "term of office"]

    assert row[0].startswith("CEN: ")
    assert row[2:] == ["start", "May 2020", "May 2020: A letter 2021: A newsletter"]


def test_sources_that_agree_are_not_listed(report, disputed_term):
    disputed_term.starts = "2021-02"
    disputed_term.save()

    assert "term of office" not in [row[1] for row in report()]
    assert "SESEC II" not in [row[0] for row in report()]


def test_copies_in_other_languages_are_not_listed(report):
    listed = [tuple(row) for row in report()]

    assert len(listed) == len(set(listed))
    assert len([row for row in listed if row[0] == "SESEC I"]) == 1


def test_it_leads_to_the_form_in_which_the_fact_is_kept(client, db, log_in, disputed_term):
    log_in("Publishers")

    html = client.get(reverse("governance_admin:disagreements")).content.decode()

    assert reverse("wagtailadmin_pages:edit", args=[PhasePage.objects.get(number=1).pk]) in html
    assert reverse("wagtailsnippets_governance_seat:edit", args=[disputed_term.seat_id]) in html


def test_whoever_may_not_change_the_entry_is_not_led_there(client, report, disputed_term):
    Permission.objects.get(codename="change_seat").group_set.clear()
    html = client.get(reverse("governance_admin:disagreements")).content.decode()

    assert reverse("wagtailsnippets_governance_seat:edit", args=[disputed_term.seat_id]) not in html


def test_it_can_be_taken_along_as_a_table(client, report, disputed_term):
    response = client.get(reverse("governance_admin:disagreements"), {"export": "csv"})

    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))
    assert rows[0] == ["What", "Kind", "Fact", "Recorded", "What each source says"]
    assert ["phase", "start", "May 2006"] in [row[1:4] for row in rows]
    assert rows[-1][4] == "May 2020: A letter; 2021: A newsletter"
    assert client.get(reverse("governance_admin:disagreements"), {"export": "xlsx"}).status_code == 200


def test_everybody_in_the_admin_finds_it_and_nobody_else(client, report):
    assert reverse("governance_admin:disagreements") in client.get(reverse("wagtailadmin_home")).content.decode()

    client.logout()
    assert client.get(reverse("governance_admin:disagreements")).status_code == 302


def test_many_disagreements_cost_no_more_queries(client, report, source, django_assert_max_num_queries):
    for number in range(1, 31):
        statement = {"fact": "decided", "date": "2021", "cited": source("A newsletter")}
        Decision.objects.create(
            number=number, decided="2020-05", wording="…", other_statements=[("statement", statement)]
        )

    # The menu counts what lies on the desk, once a minute.
    report()
    with django_assert_max_num_queries(45):
        assert len([row for row in report() if row[1] == "decision"]) == 30
