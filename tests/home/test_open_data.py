"""Anybody can take the registers away as CSV, JSON and XLSX, and gets exactly what the pages show."""

import csv
import io
import json
from datetime import date, datetime

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from wagtail.models import Page, PageViewRestriction

from governance.models import (
    Attendance,
    Correction,
    Decision,
    MeetingPage,
    PriorityIndexPage,
    PriorityItem,
    PriorityRevisionPage,
    Seat,
    Sector,
    SteeringCommitteePage,
    TermOfOffice,
)
from partners.models import PartnerPage, Person
from sesec_portal.core.open_data import Column, Register
from sesec_portal.home.starter.builders import (
    create_seat,
    publish,
    publish_meeting,
    publish_partner,
    publish_phase,
    publish_terms,
)
from sesec_portal.sources.models import Source
from tests.crawling import content
from tests.places import REGISTERS
from tests.reading import main_of, words

FORMATS = ("csv", "json", "xlsx")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def read(client):
    """Return the rows of a register: `read("phases/phases")`, from its JSON."""

    def rows(register, language="en"):
        return json.loads(client.get(f"/{language}/{register}.json").content)["rows"]

    return rows


@pytest.fixture
def read_csv(client):
    """Return the rows of a register, as a reader of CSV gets them."""

    def rows(register, language="en"):
        text = client.get(f"/{language}/{register}.csv").content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    return rows


@pytest.fixture
def read_xlsx(client):
    """Return the rows of a register, as a spreadsheet reads them."""

    def rows(register, language="en"):
        return rows_of(client.get(f"/{language}/{register}.xlsx").content)

    return rows


def rows_of(workbook):
    [columns, *rows] = load_workbook(io.BytesIO(workbook)).active.values
    return [dict(zip(columns, row, strict=True)) for row in rows]


@pytest.fixture
def committee(db):
    """The Steering Committee's page in English."""
    return SteeringCommitteePage.objects.originals().get()


@pytest.fixture
def meeting(committee, cen):
    """The first meeting, in Brussels."""
    page = MeetingPage(
        title="First meeting", slug="first", number=1, held="2020-05", city="Brussels", city_zh="布鲁塞尔", host=cen
    )
    page.locale = committee.locale
    page.attendances = [Attendance(partner=cen)]
    return publish(page, committee)


@pytest.fixture
def decide(meeting, cen):
    """Put a decision in the register: `decide(1, disclosure="public")`."""

    def decided(number, **fields):
        kept = {"wording": f"Wording {number}", "summary": f"Summary {number}", "decided": "2020-05-04"}
        decision = Decision.objects.create(**{**kept, "number": number, "meeting": meeting, "owner": cen, **fields})
        decision.log.create(status="planned", day=date(2020, 5, 5), why=f"Reason {number}")
        return decision

    return decided


@pytest.fixture
def revision(meeting):
    """The first revision of the priorities, of two sectors, with a correction."""
    page = PriorityRevisionPage(title="Revision 1", slug="r1", number=1, adopted="2020", meeting=meeting)
    page.locale = meeting.locale
    sectors = [
        Sector.objects.create(code="medical-devices", name="Medical devices", name_zh="医疗器械"),
        Sector.objects.create(code="toys", name="Toys", sample=True),
    ]
    page.items = [
        PriorityItem(sector=sector, rationale="Trade", sort_order=place) for place, sector in enumerate(sectors)
    ]
    page.corrections = [Correction(day=date(2021, 2, 3), text="Read “toys”.")]
    return publish(page, PriorityIndexPage.objects.originals().get())


@pytest.fixture
def everything(meeting, decide, revision, cen):
    """At least one row in every register."""
    decide(1, disclosure="public")
    person = Person.objects.create(name="Ada Sample", consent="given", consent_source="A letter")
    letter = Source.objects.create(title="A letter")
    TermOfOffice.objects.create(seat=Seat.objects.get(partner=cen), starts="2020", holder=person, cited=letter)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("register", REGISTERS)
def test_each_register_answers_in_every_format_and_language_with_documented_columns(
    client, everything, read_csv, read_xlsx, language, register
):
    as_csv = client.get(f"/{language}/{register}.csv")
    as_json = client.get(f"/{language}/{register}.json")
    as_xlsx = client.get(f"/{language}/{register}.xlsx")
    whole = json.loads(as_json.content)
    name = register.rpartition("/")[2]

    assert as_csv["Content-Type"] == "text/csv; charset=utf-8"
    assert as_csv["Content-Disposition"] == f'attachment; filename="{name}.csv"'
    assert as_json["Content-Type"] == "application/json"
    assert as_xlsx["Content-Type"] == XLSX
    assert as_xlsx["Content-Disposition"] == f'attachment; filename="{name}.xlsx"'
    assert list(whole) == ["title", "columns", "rows"]
    assert whole["title"]
    assert whole["rows"]
    assert all(whole["columns"].values())
    for row in [*whole["rows"], *read_csv(register, language), *read_xlsx(register, language)]:
        assert list(row) == list(whole["columns"])
    assert len(read_csv(register, language)) == len(read_xlsx(register, language)) == len(whole["rows"])


def test_the_register_of_phases_says_what_the_page_says(client, read, db):
    html = BeautifulSoup(client.get("/en/phases/").content, "html.parser")
    rows = read("phases/phases")

    assert [row["title"] for row in rows] == [words(title) for title in html.select(".phases__phase h2")]
    assert [row["address"].removeprefix("http://testserver") for row in rows] == [
        link["href"] for link in html.select(".phases__phase h2 a")
    ]
    four = next(row for row in rows if row["number"] == 4)
    assert (four["starts"], four["starts_earliest"], four["starts_latest"]) == ("2018-04", "2018-04-01", "2018-04-30")
    assert four["project_leader"] == "CEN"
    assert four["ends"] is None


def test_a_phase_names_its_published_terms_of_reference(read, phase_index, home):
    phase = publish_phase(phase_index, title="SESEC IX", slug="sesec-ix", number=9, starts="2030", locale=home.locale)
    terms = publish_terms(phase, title="Terms", slug="terms", locale=home.locale)

    def named():
        return next(row["terms_of_reference"] for row in read("phases/phases") if row["number"] == 9)

    assert named() == f"http://testserver{terms.url}"
    terms.unpublish()
    assert named() is None


def test_the_register_of_partners_says_what_the_page_says(client, read, db):
    html = BeautifulSoup(client.get("/en/partners/").content, "html.parser")

    assert [(row["partner"], row["name"]) for row in read("partners/partners")] == [
        (words(line.th), words(line.td)) for line in html.select("table.data tbody tr")
    ]


def test_former_names_keep_their_dates_and_sources(read, db):
    former = [row for row in read("partners/names") if "Enterprise and Industry" in row["name"]]

    assert former
    assert all(row["ends_latest"] and row["source"] for row in former)


def test_the_roles_are_those_of_the_page_of_the_phase(client, read, phase_four):
    html = BeautifulSoup(client.get("/en/phases/sesec-iv/").content, "html.parser")
    partners = [words(line.th) for line in html.select("table.data")[0].select("tbody tr")]
    named = [row["partner"] for row in read("phases/participations") if row["phase"] == 4]

    assert list(dict.fromkeys(named)) == partners


def test_chinese_readers_get_chinese_words_under_the_same_columns(client, everything, read, read_csv):
    assert (
        b"\xe5\xb8\x83\xe9\xb2\x81\xe5\xa1\x9e\xe5\xb0\x94"
        in client.get("/zh-hans/steering-committee/meetings.csv").content
    )
    assert read("steering-committee/meetings", "zh-hans")[0]["city"] == "布鲁塞尔"
    assert read("steering-committee/priorities/priorities", "zh-hans")[0]["name"] == "医疗器械"
    assert "欧洲自由贸易联盟" in {row["name"] for row in read_csv("partners/partners", "zh-hans")}
    assert read("phases/phases", "zh-hans")[0]["address"].startswith("http://testserver/zh-hans/")


def test_meetings_tell_when_and_where_and_who_came(read, read_csv, meeting, committee):
    row = read("steering-committee/meetings")[0]

    assert (row["number"], row["held"], row["held_latest"]) == (1, "2020-05", "2020-05-31")
    assert (row["city"], row["host"], row["attended"], row["online"]) == ("Brussels", "CEN", ["CEN"], False)
    assert row["address"] == f"http://testserver{meeting.url}"
    assert read_csv("steering-committee/meetings")[0]["online"] == "false"
    meeting.unpublish()
    assert not read("steering-committee/meetings")


def test_priorities_are_one_row_a_sector_in_its_place(read, revision):
    rows = read("steering-committee/priorities/priorities")

    assert [(row["revision"], row["place"], row["sector"], row["sample"]) for row in rows] == [
        (1, 1, "medical-devices", False),
        (1, 2, "toys", True),
    ]
    assert rows[0]["corrections"] == ["2021-02-03: Read “toys”."]
    assert rows[0]["meeting"] == 1


def test_a_draft_revision_is_left_out(read, revision):
    revision.unpublish()

    assert not read("steering-committee/priorities/priorities")


def test_measures_stand_among_the_decisions_with_their_kind_status_and_meeting(client, read, decide):
    decide(1, disclosure="public")
    decide(2, disclosure="public", kind="measure", due="2021", sample=True)

    rows = {row["number"]: row for row in read("steering-committee/decisions")}
    assert (rows[1]["kind"], rows[2]["kind"]) == ("decision", "measure")
    assert rows[2]["due_latest"] == "2021-12-31"
    assert (rows[1]["status"], rows[1]["status_since"], rows[1]["meeting"], rows[1]["owner"]) == (
        "planned",
        "2020-05-05",
        1,
        "CEN",
    )
    assert (rows[1]["sample"], rows[2]["sample"]) == (False, True)
    assert all(row["text"] in main_of(client, "/en/steering-committee/") for row in rows.values())


def test_decisions_are_told_as_far_as_they_are_public(client, read, decide, source):
    decide(1, disclosure="internal", wording_zh="秘密甲", cited=source("Minute 1"))
    decide(2, disclosure="summary", wording_zh="秘密乙", cited=source("Minute 2"))
    decide(3, disclosure="public", cited=source("Minute 3"))

    assert [row["text"] for row in read("steering-committee/decisions")] == ["Wording 3", "Summary 2"]
    for language in ("en", "zh-hans"):
        for register in REGISTERS:
            for suffix in FORMATS:
                text = content(client.get(f"/{language}/{register}.{suffix}"))
                for hidden in ("Wording 1", "Summary 1", "Wording 2", "Reason 1", "Reason 2", "Minute", "秘密"):
                    assert hidden not in text, (register, hidden)


def test_holders_are_named_only_with_their_consent(client, read, everything):
    assert {row["holder"] for row in read("steering-committee/seats")} == {"Ada Sample", None}

    Person.objects.filter(name="Ada Sample").update(consent="")
    TermOfOffice.objects.update(cited=Source.objects.create(title="A letter of Ada Sample"))

    cen = next(row for row in read("steering-committee/seats") if row["seat"] == "CEN")
    assert (cen["holding"], cen["holder"], cen["starts"]) == ("unpublished", None, "2020")
    for suffix in FORMATS:
        assert "Ada" not in content(client.get(f"/en/steering-committee/seats.{suffix}"))


def test_seats_tell_vacancies_and_what_nobody_recorded_and_no_future_term(read, cen):
    seat = Seat.objects.get(partner=cen)
    assert {row["holding"] for row in read("steering-committee/seats")} == {"unknown"}

    TermOfOffice.objects.create(seat=seat, starts="2020", ends="2021")
    TermOfOffice.objects.create(seat=seat, starts="2999")

    terms = [row for row in read("steering-committee/seats") if row["seat"] == "CEN"]
    assert [(row["holding"], row["starts"]) for row in terms] == [("vacant", "2020")]


def test_a_partner_that_is_not_published_is_named_nowhere(client, everything):
    for page in PartnerPage.objects.filter(acronym="CEN"):
        page.unpublish()

    for register in REGISTERS:
        named = json.loads(client.get(f"/en/{register}.json").content)["rows"]
        given = [value for row in named for value in row.values()]
        assert "CEN" not in given, register
        assert ["CEN"] not in given, register


def test_a_meeting_that_is_not_published_is_not_pointed_to(read, everything, meeting):
    meeting.unpublish()

    assert read("steering-committee/decisions")[0]["meeting"] is None
    assert read("steering-committee/priorities/priorities")[0]["meeting"] is None


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_can_start_a_formula_in_a_spreadsheet(start):
    text = f"{start}HYPERLINK(1)"
    columns = [Column("words", "W", lambda row: row), Column("list", "L", lambda row: [row])]
    register = Register("r", "R", columns, lambda: [text])

    rows = list(csv.DictReader(io.StringIO(register.as_csv(), newline="")))
    assert rows == [{"words": f"'{text}", "list": f"'{text}"}]
    assert json.loads(register.as_json())["rows"] == [{"words": text, "list": [text]}]


def test_a_formula_in_the_content_is_made_harmless(read_csv, read, decide):
    decide(1, disclosure="public", wording='=cmd|"/C calc"!A0')

    assert read_csv("steering-committee/decisions")[0]["text"] == '\'=cmd|"/C calc"!A0'
    assert read("steering-committee/decisions")[0]["text"] == '=cmd|"/C calc"!A0'


def test_a_spreadsheet_gets_numbers_days_and_yes_or_no_as_such(read_xlsx, committee, cen):
    attended = [cen, PartnerPage.objects.originals().get(slug="etsi")]
    fields = {"title": "First meeting", "slug": "first", "number": 1, "held": "2020-05", "locale": committee.locale}
    publish_meeting(committee, attended=attended, **fields)
    [row] = read_xlsx("steering-committee/meetings")

    assert (row["number"], row["held"], row["online"], row["minutes"]) == (1, "2020-05", False, None)
    assert (row["held_earliest"], row["held_latest"]) == (datetime(2020, 5, 1), datetime(2020, 5, 31))
    assert (row["title"], row["attended"]) == ("First meeting", "CEN; ETSI")


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "＝1", "#N/A", "\v1", "2020-05-04", "1899"])
def test_a_text_stays_a_text_in_a_spreadsheet(text):
    columns = [
        Column("words", "W", lambda row: row),
        Column("list", "L", lambda row: [row]),
        Column("day", "D", lambda row: date(1899, 12, 31)),
    ]
    register = Register("r", "R", columns, lambda: [text])

    [_columns, [words, listed, day]] = load_workbook(io.BytesIO(register.as_xlsx())).active.rows
    assert (words.data_type, listed.data_type) == ("s", "s")
    assert words.value == listed.value == text.strip("\v")
    assert words.quotePrefix == (text[0] in "=+-@＝"), "else who edits the cell makes it a formula"
    assert day.value == "1899-12-31", "before the first day of spreadsheets"


@pytest.mark.parametrize(
    "address",
    [
        "/en/phases/seats.csv",
        "/en/phases/phases.xml",
        "/en/phases/seats.xlsx",
        "/en/phases/phases.csv/",
        "/en/phases.csv",
        "/en/phases/sesec-iv/phases.csv",
        "/en/nowhere/phases.csv",
        "/en/phases/as-of/2016-05-01/phases.csv",
        "/fr/phases/phases.csv",
    ],
)
def test_what_is_no_register_is_not_found(client, db, address):
    assert client.get(address, follow=True).status_code == 404


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_page_that_is_not_published_keeps_its_register_to_itself(client, phase_index, suffix):
    for page in phase_index.get_translations(inclusive=True):
        page.unpublish()

    for language in ("en", "zh-hans"):
        assert client.get(f"/{language}/phases/phases.{suffix}").status_code == 404


@pytest.mark.parametrize("kind", ["login", "password"])
@pytest.mark.parametrize("slug", ["steering-committee", "priorities"])
def test_a_private_page_or_one_below_it_keeps_its_register_to_itself(client, everything, kind, slug):
    for page in Page.objects.filter(slug=slug):
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password="p")

    assert client.get("/en/steering-committee/priorities/priorities.csv").status_code == 404
    assert client.get("/zh-hans/steering-committee/priorities/priorities.json").status_code == 404
    assert client.get("/en/steering-committee/priorities/priorities.xlsx").status_code == 404
    assert client.get("/en/steering-committee/seats.csv").status_code == (404 if slug != "priorities" else 200)
    assert "priorities.csv" not in client.get("/en/open-data/").content.decode("utf-8-sig")


def test_a_private_meeting_is_left_out(read, everything, meeting):
    PageViewRestriction.objects.create(page=meeting, restriction_type="login")

    assert not read("steering-committee/meetings")
    assert read("steering-committee/decisions")[0]["meeting"] is None


def test_registers_are_read_and_never_written_to(client, db):
    got, head = client.get("/en/phases/phases.csv"), client.head("/en/phases/phases.csv")

    assert head.status_code == 200
    assert not head.content
    assert got["Content-Type"] == head["Content-Type"]
    assert client.post("/en/phases/phases.csv").status_code == 405
    assert client.post("/en/open-data/").status_code == 405


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_one_page_documents_every_register_and_the_foot_leads_to_it(client, db, language):
    html = BeautifulSoup(client.get(f"/{language}/").content, "html.parser")
    address = f"/{language}/open-data/"
    assert html.footer.find("a", href=address)

    html = BeautifulSoup(client.get(address).content, "html.parser")
    links = {link["href"] for link in html.main.find_all("a", type=True)}
    files = {f"/{language}/{name}.{suffix}" for name in REGISTERS for suffix in FORMATS}
    assert links == files
    assert html.find(id="feeds").find_next("a")["href"] == f"/{language}/follow/"
    documented = [[words(cell) for cell in table.select("tbody th")] for table in html.select("table.data")]
    given = {name: list(json.loads(client.get(f"/{language}/{name}.json").content)["columns"]) for name in REGISTERS}
    assert sorted(documented) == sorted(given.values())


def test_each_page_leads_to_its_registers(client, db):
    for name in REGISTERS:
        page = BeautifulSoup(client.get(f"/en/{name.rpartition('/')[0]}/").content, "html.parser")
        for suffix in FORMATS:
            assert page.main.find("a", href=f"/en/{name}.{suffix}")


def test_no_register_costs_more_queries_as_it_grows(
    client, everything, decide, committee, phase_index, partner_index, home, cen
):
    def costs():
        found = {}
        for language in ("en", "zh-hans"):
            for register in [f"{name}.json" for name in REGISTERS] + ["open-data/"]:
                client.get(f"/{language}/{register}")
                with CaptureQueriesContext(connection) as queries:
                    assert client.get(f"/{language}/{register}").status_code == 200
                found[language, register] = len(queries)
        return found

    def grow(number):
        partner = publish_partner(
            partner_index,
            title=f"B{number}",
            slug=f"b{number}",
            acronym=f"B{number}",
            kind="other",
            names=[{"name": f"Body {number}"}],
            locale=home.locale,
        )
        person = Person.objects.create(name=f"Person {number}", consent="given", consent_source="A letter")
        create_seat(partner, terms=[{"starts": "2020", "holder": person}, {"ends": "2018", "holder": person}])
        meeting = MeetingPage(title="M", slug=f"m{number}", number=number, held="2021", host=partner)
        meeting.locale = home.locale
        meeting.attendances = [Attendance(partner=partner), Attendance(partner=cen)]
        meeting = publish(meeting, committee)
        decide(number, disclosure="public", meeting=meeting, owner=partner)
        revision = PriorityRevisionPage(title="R", slug=f"r{number}", number=number, adopted="2021", meeting=meeting)
        revision.locale = home.locale
        revision.items = [PriorityItem(sector=sector) for sector in Sector.objects.all()]
        revision.corrections = [Correction(day=date(2021, 1, 1), text="C")]
        publish(revision, PriorityIndexPage.objects.originals().get())
        phase = publish_phase(
            phase_index,
            title=f"P{number}",
            slug=f"p{number}",
            number=number,
            starts=str(2030 + number),
            project_leader=partner,
            roles=[{"partner": cen}, {"partner": partner}],
            locale=home.locale,
        )
        publish_terms(phase, title="T", slug="t", locale=home.locale)

    grow(10)
    before = costs()
    for number in range(11, 15):
        grow(number)

    assert costs() == before
    assert max(before.values()) < 30


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_that_documents_them_is_valid_and_may_be_found(client, db, language):
    response = client.get(f"/{language}/open-data/")
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(response.content.decode())
    html = BeautifulSoup(response.content, "html.parser")
    ids = [element["id"] for element in html.find_all(id=True)]

    assert not parser.errors
    assert len(ids) == len(set(ids))
    assert len(html.find_all("h1")) == 1
    assert html.find("link", rel="canonical")["href"] == f"http://testserver/{language}/open-data/"
    assert not html.find("meta", attrs={"name": "robots"})
