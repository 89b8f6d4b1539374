"""Seats have a line for each term of office, bodies one for each name."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from governance.models import Seat
from partners.models import Person
from sesec_portal.home.starter.builders import create_seat
from standards.models import BodyIndexPage, BodyPage
from tests.reading import main_of
from tests.sheets import as_csv, as_xlsx, bring_in, confirm, lines_of, upload, words_of

SEATS = ("Partner", "Holder", "As an alternate", "From", "To")
BODIES = ("Body", "Kind", "Region", "Part of", "Full name", "Full name in Chinese", "Name from", "Founded", "Name to")


@pytest.fixture
def seat(cen):
    """The seat of CEN, which Li Si has held since 2020."""
    Seat.objects.all().delete()
    for name in ("Li Si", "Wang Wu"):
        Person.objects.create(name=name)
    return create_seat(cen, terms=[{"holder": Person.objects.get(name="Li Si"), "starts": "2020"}])


def terms(seat):
    return [(str(term.holder or ""), str(term.starts or ""), str(term.ends or "")) for term in seat.terms.all()]


@pytest.mark.usefixtures("alone")
def test_a_term_ends_and_the_next_begins(client, log_in, seat):
    log_in("Publishers")
    content = as_csv(SEATS, ("CEN", "Li Si", "no", "2020", "2026-05"), ("cen", "Wang Wu", "", "2026-06-01", ""))

    answer = upload(client, "seats", content)
    assert lines_of(answer)[2] == "CEN changed To from nothing → to 2026-05"
    assert lines_of(answer)[3].startswith("CEN new Holder Wang Wu")
    confirm(client, answer, "publish")

    assert terms(Seat.objects.get(pk=seat.pk)) == [("Li Si", "2020", "2026-05"), ("Wang Wu", "2026-06-01", "")]


def test_with_four_eyes_what_comes_in_is_submitted_and_published_by_somebody_else(client, log_in, seat):
    log_in("Publishers")
    answer = upload(client, "seats", as_csv(SEATS, ("CEN", "Li Si", "no", "2020", "2026-05")))
    assert "Import and publish" not in words_of(answer)
    assert "Import and submit for approval" in words_of(answer)
    confirm(client, answer, "publish")
    assert not Seat.objects.get(pk=seat.pk).latest_revision

    confirm(client, answer, "submit")

    assert Seat.objects.get(pk=seat.pk).workflow_in_progress
    assert terms(Seat.objects.get(pk=seat.pk)) == [("Li Si", "2020", "")]


@pytest.mark.usefixtures("alone")
def test_what_has_no_line_stays_and_what_is_no_column_too(client, log_in, seat, source):
    term = seat.terms.get()
    said = [("statement", {"fact": "starts", "date": "2019", "cited": source("A letter")})]
    term.other_statements = said
    term.save()
    log_in("Publishers")

    bring_in(client, "seats", as_csv(SEATS, ("CEN", "Wang Wu", "yes", "2021", "")), "publish")
    bring_in(client, "seats", as_csv(SEATS, ("CEN", "Li Si", "", "2020", "2026")), "publish")

    kept = Seat.objects.get(pk=seat.pk).terms.get(holder__name="Li Si")
    assert kept.pk == term.pk
    assert kept.other_statements.raw_data[0]["value"]["date"] == "2019"
    assert Seat.objects.get(pk=seat.pk).terms.count() == 2


def test_another_holder_since_the_same_day_takes_the_place_of_the_one_there_is(client, log_in, seat):
    log_in("Editors")

    told = lines_of(upload(client, "seats", as_csv(SEATS, ("CEN", "Wang Wu", "", "2020", ""))))

    assert told[2] == "CEN changed Holder from Li Si → to Wang Wu"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("CEN", "Wang Wu", "", "2021", ""), "From 2021 This overlaps another entry in the list."),
        (("CEN", "Nobody Known", "", "2021", ""), "Holder Nobody Known No person is called “Nobody Known”."),
        (("ACME", "Wang Wu", "", "2021", ""), "Partner ACME No partner is called “ACME”."),
        (("CEN", "Li Si", "", "2020", "spring"), "To spring "),
        (("CEN", "Li Si", "", "2020", "2019"), "To 2019 The end lies before the start."),
    ],
)
def test_a_term_that_cannot_be_is_refused_with_its_column(client, log_in, seat, row, told):
    log_in("Editors")

    assert told in lines_of(upload(client, "seats", as_csv(SEATS, row)))[2]


def test_lines_about_one_seat_say_the_same_of_it_and_each_term_has_one(client, log_in, seat):
    headings = (*SEATS, "Place in the list")
    rows = [("CEN", "Li Si", "", "2020", "2021", "1"), ("CEN", "Wang Wu", "", "2022", "", "2")]
    log_in("Editors")
    told = lines_of(upload(client, "seats", as_csv(headings, *rows)))
    twins = lines_of(upload(client, "seats", as_csv(SEATS, rows[1][:5], rows[1][:5])))

    assert "Place in the list 2 Line 2 is about the same entry, and says “1”." in told[3]
    assert "Lines 2, 3 are about the same." in twins[3]


def test_a_workbook_whose_dates_are_dates_is_read_as_exactly_as_they_are_shown(client, log_in, seat):
    def shown(sheet):
        sheet["D2"].number_format, sheet["D3"].number_format = "yyyy", "mmm-yy"

    rows = [
        ("CEN", "Li Si", False, date(2020, 1, 1), date(2026, 5, 31)),
        ("CEN", "Wang Wu", True, date(2021, 4, 1), None),
    ]
    log_in("Editors")

    told = lines_of(upload(client, "seats", as_xlsx(SEATS, *rows, prepare=shown), "seats.xlsx"))

    assert told[2] == "CEN changed To from nothing → to 2026-05-31"
    assert "From 2021-04" in told[3]


@pytest.mark.usefixtures("alone")
def test_a_body_becomes_a_page_with_its_names_in_both_languages(client, log_in):
    log_in("Publishers")
    rows = [
        ("Kite Office", "standards body", "China", "SAMR", "Bureau of Kites", "风筝局", "1999", "1999", "2017"),
        ("Kite Office", "standards body", "China", "SAMR", "Kite Office", "风筝办公室", "2018", "1999", ""),
    ]

    bring_in(client, "bodies", as_csv(BODIES, *rows), "publish")

    page = BodyPage.objects.originals().get(title="Kite Office")
    assert page.live
    assert [name.name_zh for name in page.names.all()] == ["风筝局", "风筝办公室"]
    assert page.part_of.specific.abbreviation == "SAMR"
    entry = PageLogEntry.objects.filter(page=page.pk, action="spreadsheets.import").get()
    assert entry.message == "Imported from list.csv, line 2, 3"
    assert "Kite Office" in main_of(Client(), "/en/who-is-who/")
    assert Client().get(page.url.replace("/en/", "/zh-hans/")).status_code == 200


def test_a_body_that_an_editor_brings_is_submitted(client, log_in):
    row = ("Kite Office", "association", "", "", "Kite Office", "", "", "")
    log_in("Editors")
    bring_in(client, "bodies", as_csv(BODIES, row), "submit")

    page = BodyPage.objects.originals().get(title="Kite Office")
    assert not page.live
    assert page.workflow_in_progress


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("Kite Office", "bakery", "", "", "Kite Office", "", "", ""), "Kind bakery This is none of the choices"),
        (("Kite Office", "association", "", "", "", "", "", ""), "Full name This field is required."),
        (("Kite Office", "association", "", "KO", "Kite Office", "", "", ""), "Part of KO No body is called “KO”."),
        (("Kite Office", "association", "", "", "Kite Office", "", "", "1999-13"), "Founded 1999-13 "),
    ],
)
def test_a_body_that_cannot_be_is_refused_with_its_column(client, log_in, row, told):
    log_in("Publishers")

    assert told in lines_of(upload(client, "bodies", as_csv(BODIES, row)))[2]


def test_a_new_body_needs_a_name(client, log_in):
    log_in("Publishers")

    told = lines_of(upload(client, "bodies", as_csv(("Body", "Kind"), ("Kite Office", "association"))))

    assert "Full name The file has to say this of a new entry." in told[2]


def test_the_list_of_bodies_leads_to_it(client, log_in):
    log_in("Publishers")
    explorer = client.get(reverse("wagtailadmin_explore", args=[BodyIndexPage.objects.originals().get().pk]))

    assert reverse("spreadsheets:upload", args=["bodies"]) in explorer.content.decode()
