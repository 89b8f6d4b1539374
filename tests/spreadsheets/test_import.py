"""A spreadsheet comes in as its sender may: as drafts, published, or for approval; all of it or nothing."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from partners.models import Person
from sesec_portal.operations import abandoned_files
from sesec_portal.spreadsheets.models import Upload
from tests.reading import main_of
from tests.sheets import as_csv, bring_in, confirm, lines_of, taken, upload, words_of

NEW_TERM = as_csv(
    ["Code", "Term in English", "Term in Chinese", "Pinyin", "Meaning"],
    ["kite", "Kite standard", "风筝标准", "fengzheng biaozhun", "A standard for kites."],
)


def people(*rows, headings=("Name", "Affiliation")):
    return as_csv(headings, *rows)


def latest(person):
    return Person.objects.get(name=person).get_latest_revision_as_object()


@pytest.mark.usefixtures("alone")
def test_the_dry_run_tells_each_line_and_does_nothing(client, log_in):
    Person.objects.create(name="Li Si", affiliation="SAC")
    Person.objects.create(name="Wang Wu", affiliation="CEN")
    log_in("Publishers")

    answer = upload(client, "people", people(("Li Si", "AFNOR"), ("Wang Wu", "CEN"), ("Zhao Liu", "DIN")), "two.csv")

    told = lines_of(answer)
    assert told[2] == "Li Si changed Affiliation from SAC → to AFNOR"
    assert told[3] == "Wang Wu unchanged"
    assert told[4] == "Zhao Liu new Name Zhao Liu Affiliation DIN"
    assert "Nothing has been done yet. In two.csv: 1 new · 1 changed · 1 unchanged" in words_of(answer)
    assert not Person.objects.filter(name="Zhao Liu").exists()
    assert latest("Li Si").affiliation == "SAC"


@pytest.mark.usefixtures("alone")
def test_who_may_publish_publishes_and_readers_find_it_at_once(client, log_in):
    log_in("Publishers")
    reader = Client()
    assert "Kite standard" not in reader.get("/en/glossary/").content.decode()

    answer = bring_in(client, "terms", NEW_TERM, "publish")

    assert "1 entry was imported." in answer.content.decode()
    assert "Kite standard" in reader.get("/en/glossary/").content.decode()
    assert "风筝标准" in reader.get("/zh-hans/glossary/").content.decode()
    assert "Kite standard" in main_of(reader, "/en/search/?q=kite")
    assert not Upload.objects.exists()


def test_an_editor_makes_drafts(client, log_in):
    Person.objects.create(name="Li Si", affiliation="SAC")
    log_in("Editors")

    bring_in(client, "people", people(("Li Si", "AFNOR"), ("Zhao Liu", "DIN")))

    assert Person.objects.get(name="Li Si").affiliation == "SAC"
    assert latest("Li Si").affiliation == "AFNOR"
    assert not Person.objects.get(name="Zhao Liu").live


@pytest.mark.usefixtures("alone")
def test_what_has_words_that_will_not_stay_true_comes_in_as_a_draft_and_the_line_says_so(client, log_in):
    log_in("Publishers")
    sheet = people(("Li Si", "Leads."), ("Wang Wu", "He is currently new."), headings=("Name", "Short biography"))

    answer = upload(client, "people", sheet)
    told = lines_of(answer)
    assert "“currently”, “new” will not stay true. Correct it, or say in its form why it stays." in told[3]
    assert "stay true" not in told[2]
    confirm(client, answer, "publish")

    assert Person.objects.get(name="Li Si").live
    assert not Person.objects.get(name="Wang Wu").live


@pytest.mark.usefixtures("alone")
def test_a_colleagues_draft_is_added_to_and_not_published_by_the_way(client, log_in):
    person = Person.objects.create(name="Li Si", affiliation="SAC")
    person.biography = "Half a sent"
    person.save_revision()
    log_in("Publishers")

    answer = upload(client, "people", people(("Li Si", "AFNOR")))
    assert "It has a draft, to which this is added, and which stays one." in lines_of(answer)[2]
    confirm(client, answer, "publish")

    person.refresh_from_db()
    assert (person.affiliation, person.biography) == ("SAC", "")
    assert (latest("Li Si").affiliation, latest("Li Si").biography) == ("AFNOR", "Half a sent")


def test_consent_that_a_file_takes_back_is_withdrawn_at_once(client, log_in):
    Person.objects.create(name="Li Si", consent="given", consent_source="Letter")
    log_in("Editors")

    bring_in(client, "people", people(("Li Si", ""), headings=("Name", "Consent to be named")))

    assert not Person.objects.get(name="Li Si").may_be_named


def test_consent_needs_its_source_and_can_be_said_in_either_language(client, log_in):
    headings = ("name", "consent to be named", "同意记录的出处")
    log_in("Editors")
    refused = lines_of(upload(client, "people", people(("Li Si", "Given by the person", ""), headings=headings)))

    answer = upload(client, "people", people(("Li Si", "given", "Letter"), headings=headings))

    assert "Say where the consent is recorded." in refused[2]
    assert "Given by the person" in lines_of(answer)[2]


def test_each_entry_has_one_line_of_history_that_names_file_and_line(client, log_in):
    user = log_in("Editors")

    bring_in(client, "people", people(("Li Si", "AFNOR"), ("Zhao Liu", "DIN")))

    person = Person.objects.get(name="Zhao Liu")
    entry = ModelLogEntry.objects.for_instance(person).get()
    assert (entry.user, entry.message) == (user, "Imported from list.csv, line 3")
    assert entry.revision == person.latest_revision
    history = client.get(reverse("wagtailsnippets_partners_person:history", args=[person.pk])).content.decode()
    assert "Imported from list.csv, line 3" in history


def test_where_the_register_has_changed_meanwhile_the_dry_run_is_shown_again(client, log_in):
    person = Person.objects.create(name="Li Si", affiliation="SAC")
    log_in("Editors")
    answer = upload(client, "people", people(("Li Si", "AFNOR")))
    person.affiliation = "DIN"
    person.save_revision().publish()

    again = confirm(client, answer)

    assert "The register has changed meanwhile." in again.content.decode()
    assert lines_of(again)[2] == "Li Si changed Affiliation from DIN → to AFNOR"
    assert latest("Li Si").affiliation == "DIN"
    confirm(client, again)
    assert latest("Li Si").affiliation == "AFNOR"


def test_one_line_that_fails_in_the_middle_leaves_nothing(client, log_in, monkeypatch):
    log_in("Editors")
    answer = upload(client, "people", people(("Li Si", "AFNOR"), ("Zhao Liu", "DIN")))
    save = Person.save_revision

    def failing(person, *args, **kwargs):
        if person.name == "Zhao Liu":
            raise ValidationError("no")
        return save(person, *args, **kwargs)

    monkeypatch.setattr(Person, "save_revision", failing)
    client.raise_request_exception = False
    confirm(client, answer)

    assert not Person.objects.filter(name__in=["Li Si", "Zhao Liu"]).exists()
    assert Upload.objects.exists()


def test_the_file_is_for_its_sender_alone_and_ends_after_a_day(client, log_in, on_day):
    with on_day(2026, 11, 30):
        log_in("Editors")
        address = upload(client, "people", people(("Li Si", "AFNOR"))).request["PATH_INFO"]
        assert client.get(address).status_code == 200
        assert client.get(address.replace("people", "terms"), follow=True).redirect_chain
        log_in("Publishers")
        assert client.get(address).status_code == 302
    Upload.objects.update(created_at=timezone.now() - timedelta(days=2))

    assert "Choose it again" in client.get(address, follow=True).content.decode()
    abandoned_files.remove()
    assert not Upload.objects.exists()


def test_somebody_without_rights_on_a_register_gets_neither_form_nor_file(client, log_in):
    user = log_in("Editors")
    user.groups.get().permissions.filter(codename__endswith="_person").delete()

    for name, args in (("upload", ["people"]), ("register", ["people", "csv"])):
        assert client.get(reverse(f"spreadsheets:{name}", args=args)).status_code == 302
    assert client.get(reverse("spreadsheets:upload", args=["nothing"])).status_code == 404


def test_who_may_not_add_entries_changes_those_there_are(client, log_in):
    Person.objects.create(name="Li Si", affiliation="SAC")
    user = log_in("Editors")
    user.groups.get().permissions.filter(codename="add_person").delete()

    told = lines_of(upload(client, "people", people(("Li Si", "AFNOR"), ("Zhao Liu", "DIN"))))

    assert "changed" in told[2]
    assert "You may not add entries to this register." in told[3]


def test_both_forms_ask_for_their_token(log_in, client):
    log_in("Editors")
    address = upload(client, "people", people(("Li Si", "AFNOR"))).request["PATH_INFO"]
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies

    for form in (address, reverse("spreadsheets:upload", args=["people"])):
        assert strict.post(form, {}).status_code == 403
        assert 'name="csrfmiddlewaretoken"' in strict.get(form).content.decode()


def test_the_list_leads_to_it_and_it_tells_what_the_columns_are(client, log_in):
    log_in("Editors")
    address = reverse("spreadsheets:upload", args=["people"])

    assert address in client.get(reverse("wagtailsnippets_partners_person:list")).content.decode()
    told = main_of(client, address)
    assert "Name in Chinese Only as the person writes it." in told
    assert "One of: Given by the person · Made public by the person, in the source named below" in told


def test_a_register_four_times_as_long_costs_no_more_questions(client, log_in):
    log_in("Editors")

    def add(number, since):
        for place in range(since, since + number):
            person = Person.objects.create(name=f"Person {place}", affiliation="SAC")
            person.affiliation = "CEN"
            person.save_revision()

    def asked():
        with CaptureQueriesContext(connection) as queries:
            content = taken(client, "people")
        with CaptureQueriesContext(connection) as more:
            upload(client, "people", content)
        return len(queries), len(more)

    add(10, 0)
    asked()
    few = asked()
    add(30, 10)

    assert asked() == few


def test_no_file_of_somebody_stays_when_somebody_is_erased(client, log_in):
    person = Person.objects.create(name="Li Si", affiliation="SAC")
    log_in("Administrators")
    upload(client, "people", people(("Li Si", "AFNOR")))

    client.post(reverse("wagtailsnippets_partners_person:erase", args=[person.pk]))

    person.refresh_from_db()
    assert person.erased_on
    assert not Upload.objects.exists()


def test_somebody_who_was_erased_is_in_no_file(client, log_in):
    Person.objects.create(name="", live=False, erased_on="2026-01-01")
    Person.objects.create(name="Li Si")
    log_in("Editors")

    listed = client.get(reverse("wagtailsnippets_partners_person:list"), {"export": "csv"}).content.decode()

    known = Person.objects.exclude(name="").count()
    assert len(listed.splitlines()) == len(taken(client, "people").decode().splitlines()) == 1 + known
