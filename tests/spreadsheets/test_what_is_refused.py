"""What cannot be taken is refused in words that say what to do, and a line by its number."""

import io
import zipfile

import pytest
from django.urls import reverse

from partners.models import Person
from sesec_portal.spreadsheets.models import Upload
from sesec_portal.spreadsheets.reading import table
from standards.models import Term
from tests.sheets import as_csv, as_xlsx, bring_in, confirm, errors_of, lines_of, upload

TERM = {"code": "kite", "name": "Kite", "meaning": "A kite."}


def people(*rows, headings=("Name", "Affiliation")):
    return as_csv(headings, *rows)


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Name,Name in Chinese\nLi Si,李四".encode("gb18030"), "In Excel choose “CSV UTF-8” or XLSX"),
        ("Name\nLi Si".encode("utf-16"), "not in UTF-8"),
        (b"\xd0\xcf\x11\xe0 and more", "Save it as XLSX or CSV"),
        (b"PK\x03\x04 and no more", "The workbook cannot be read"),
        (bomb(), "unfolds to more than any register needs"),
        (b"Name\x00\n", "neither a CSV file nor an XLSX workbook"),
        (b'Name\n"Li Si', "Line 2 cannot be read. Look for a quotation mark"),
        (b"Name,Affiliation\n", "no line below its headings"),
        (people(("Li Si", ""), headings=("Name", "Shoe size")), "“Shoe size” (column B) is no column of this register"),
        (people(("x", "y"), headings=("Affiliation", "Sample")), "The column “Name” is missing"),
        (people(("x", "y"), headings=("Name", "name")), "Columns A and B are both “name”"),
        (people(("Li Si", "SAC"), headings=("Name", "")), "Column B has no heading"),
        (
            people(("Name", "Affiliation"), headings=("People of 2026", "")),
            "Line 1 of the file has to name its columns",
        ),
        (people(*[(f"P{n}", "") for n in range(501)]), "more than 500 lines"),
        (as_csv(["Name"] + [""] * 100, ["x"] * 101), "more than 100 columns"),
    ],
)
def test_a_file_that_cannot_be_taken_says_what_to_do(client, log_in, content, told):
    log_in("Editors")

    answer = upload(client, "people", content)

    assert told in errors_of(answer)
    assert not Upload.objects.exists()


def test_a_file_that_is_too_large_is_not_read(client, log_in, monkeypatch):
    monkeypatch.setattr("sesec_portal.spreadsheets.forms.MOST_BYTES", 5)
    log_in("Editors")

    assert "The file is larger than" in errors_of(upload(client, "people", people(("x", "y"))))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"code": "Two words"}, "Code Two words Enter a valid “slug”"),
        ({"meaning": ""}, "Meaning This field is required."),
        ({"name": "K" * 161}, "at most 160 characters"),
        ({"pinyin": "Fēngzheng"}, "Pinyin Fēngzheng Type small letters without tones"),
        ({"sample": "perhaps"}, "Sample perhaps This is none of the choices: yes; no."),
        ({"body": "Kite Office"}, "Body Kite Office No body is called “Kite Office”. Import or add it first"),
        ({"cited": "A rumour"}, "Source A rumour No source has “A rumour” as its title or address."),
        ({"code": ""}, "Code Type it: it says which entry the line is about."),
    ],
)
def test_a_line_is_refused_by_its_number_and_its_column_and_keeps_what_was_typed(client, log_in, row, told):
    log_in("Publishers")
    good = {**TERM, "pinyin": "", "sample": "", "body": "", "cited": ""}
    bad = {**good, "code": "other", **row}

    answer = upload(client, "terms", as_csv(list(good), list(good.values()), list(bad.values())))

    assert "new" in lines_of(answer)[2]
    assert f"refused {told}" in lines_of(answer)[3] or told in lines_of(answer)[3]
    assert "Lines are refused, so nothing can be imported" in answer.content.decode()
    assert 'name="way"' not in answer.content.decode()
    confirm(client, answer, "publish")
    assert not Term.objects.filter(code="kite").exists()


def test_two_lines_about_the_same_are_both_named(client, log_in):
    log_in("Editors")

    told = lines_of(upload(client, "people", people(("Li Si", "SAC"), ("Wang Wu", ""), ("li  si", "AFNOR"))))

    assert "Lines 2, 4 are about the same. Keep one of them." in told[2]
    assert "Lines 2, 4 are about the same. Keep one of them." in told[4]
    assert "new" in told[3]


def test_a_name_that_two_people_have_is_left_to_the_form(client, log_in):
    Person.objects.create(name="Li Si", affiliation="SAC")
    Person.objects.create(name="Li Si", affiliation="AFNOR")
    log_in("Editors")

    assert "several of this name" in lines_of(upload(client, "people", people(("Li Si", "CEN"))))[2]


def test_somebody_whose_data_was_erased_is_not_filled_in_again(client, log_in):
    erased = Person.objects.create(name="", live=False, erased_on="2026-01-01")
    log_in("Editors")

    bring_in(client, "people", people(("Li Si", "CEN"), (f"Erased person {erased.pk}", "")))

    erased.refresh_from_db()
    assert (erased.name, erased.affiliation) == ("", "")


def test_a_formula_in_a_workbook_is_refused_and_a_date_is_as_exact_as_it_is_shown(client, log_in):
    def formula(sheet):
        sheet["B2"] = "=1+1"

    log_in("Editors")
    told = lines_of(
        upload(client, "people", as_xlsx(("Name", "Affiliation"), ("Li Si", ""), prepare=formula), "a.xlsx")
    )

    assert "Affiliation =1+1 The cell holds a formula. Put its value in its place." in told[2]


def test_empty_lines_are_passed_over_and_do_not_move_the_numbers(client, log_in):
    log_in("Editors")

    told = lines_of(
        upload(client, "people", b'\xef\xbb\xbfName;Affiliation\r\n\r\n;\r\nLi Si;"SAC\r\nBeijing"\r\nWu;\r\n')
    )

    assert list(told) == [4, 6]
    assert "SAC Beijing" in told[4]


def test_an_entry_that_is_locked_or_awaits_approval_is_left_alone(client, log_in, django_user_model):
    locked = Person.objects.create(name="Li Si", locked=True, locked_by=django_user_model.objects.create_user("other"))
    awaiting = Person.objects.create(name="Wang Wu")
    awaiting.save_revision()
    awaiting.get_workflow().start(awaiting, locked.locked_by)
    log_in("Editors")

    told = lines_of(upload(client, "people", people(("Li Si", "x"), ("Wang Wu", "x"))))

    assert "The entry is locked." in told[2]
    assert "The entry awaits approval." in told[3]


def test_what_was_made_harmless_for_spreadsheets_comes_back_as_it_was(client, log_in):
    log_in("Editors")

    bring_in(client, "people", people(("Li Si", "'=SUM(A1)"), ("Wang Wu", "'tis so")))

    kept = {person.name: person.get_latest_revision_as_object().affiliation for person in Person.objects.all()}
    assert (kept["Li Si"], kept["Wang Wu"]) == ("=SUM(A1)", "'tis so")


def test_the_numbers_that_the_form_tells_are_those_that_hold(client, log_in):
    log_in("Editors")

    told = client.get(reverse("spreadsheets:upload", args=["people"])).content.decode()

    assert f"At most {table.MOST_LINES} lines, and {table.MOST_BYTES // 1024**2} MB." in told
