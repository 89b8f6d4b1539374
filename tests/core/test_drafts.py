"""Entries of registers are drafted: readers see what is published, and nothing of what is only being typed."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import DraftStateMixin, ModelLogEntry, RevisionMixin
from wagtail.snippets.models import get_snippet_models

from governance.models import Decision, Seat, Sector, TermOfOffice
from partners.models import Person
from sesec_portal.core.records import Record
from sesec_portal.search.models import SynonymGroup
from sesec_portal.sources.models import Source
from standards.models import Term
from tests.filling_in import filled_in
from tests.reading import main_of

pytestmark = pytest.mark.usefixtures("alone")

COMMITTEE = "/en/steering-committee/"


@pytest.fixture
def decision(db):
    """A public decision that nobody has typed in the admin."""
    return Decision.objects.create(number=1, decided="2020", wording="As adopted", disclosure="public")


def view_of(kind, view):
    return f"wagtailsnippets_{kind._meta.app_label}_{kind._meta.model_name}:{view}"


def address_of(record, view="edit"):
    return reverse(view_of(record, view), args=[record.pk])


def send(client, record, view="edit", **typed):
    """Send the form of a record as a browser would."""
    address = address_of(record, view)
    return client.post(address, filled_in(client.get(address).content, **typed))


def autosave(client, address, sent):
    """Send a form as its autosave does."""
    answer = client.post(address, sent, headers={"accept": "application/json"})
    return json.loads(answer.content)


def test_whatever_the_admin_saves_by_itself_is_a_draft():
    kept = [model for model in get_snippet_models() if issubclass(model, RevisionMixin)]

    assert {Decision, Person, Seat, Sector, Source} <= set(kept)
    assert all(issubclass(model, DraftStateMixin) for model in kept)


@pytest.mark.parametrize("group", ["Editors", "Publishers"])
def test_what_is_being_typed_is_not_public(client, decision, log_in, group):
    log_in(group)
    address = address_of(decision)
    sent = filled_in(client.get(address).content, wording="Half a sen", new_status="done", new_status_why="As th")

    assert autosave(client, address, sent)["success"]
    page = main_of(client, COMMITTEE)
    assert "As adopted" in page
    assert "Half a sen" not in page
    assert not decision.log.exists()
    assert "Half a sen" in client.get(address).content.decode()


def test_somebody_new_is_not_named_before_they_are_published(client, cen, log_in):
    log_in("Editors")
    address = reverse("wagtailsnippets_partners_person:add")
    typed = {"name": "Somebody", "consent": "given", "consent_source": "A letter"}
    assert autosave(client, address, filled_in(client.get(address).content, **typed))["success"]
    somebody = Person.objects.get(name="Somebody")
    TermOfOffice.objects.create(seat=Seat.objects.get(partner=cen), holder=somebody, starts="2019")

    assert "Somebody" not in main_of(client, COMMITTEE)
    somebody.latest_revision.publish()
    assert "Somebody" in main_of(client, COMMITTEE)


def test_consent_that_is_withdrawn_in_a_draft_is_withdrawn_at_once(client, cen, log_in):
    person = Person.objects.create(name="Somebody", affiliation="CEN", consent="given", consent_source="A letter")
    TermOfOffice.objects.create(seat=Seat.objects.get(partner=cen), holder=person, starts="2019")
    person.go_live_at = timezone.now() + timedelta(days=1)
    scheduled = person.save_revision()
    scheduled.publish()
    assert "Somebody" in main_of(client, COMMITTEE)
    person.revisions.filter(pk=scheduled.pk).update(approved_go_live_at=None)
    person = Person.objects.get(pk=person.pk)
    person.revisions.filter(pk=scheduled.pk).update(approved_go_live_at=timezone.now() + timedelta(days=1))
    log_in("Editors")

    person.consent, person.affiliation = "", "Elsewhere"
    person.save_revision()

    assert "Somebody" not in main_of(client, COMMITTEE)
    assert Person.objects.get(pk=person.pk).affiliation == "CEN"
    assert not person.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_a_seat_that_is_drafted_is_not_listed_nor_are_terms_that_are(client, cen, log_in):
    Seat.objects.exclude(partner=cen).delete()
    seat = Seat.objects.get(partner=cen)
    seat.terms.add(TermOfOffice(starts="2019", ends="2020"))
    seat.save_revision()
    assert "2019" not in main_of(client, COMMITTEE)

    seat.latest_revision.publish()
    assert "2019" in main_of(client, COMMITTEE)
    Seat.objects.get(pk=seat.pk).unpublish()
    assert "No seat is recorded." in main_of(client, COMMITTEE)


def test_the_first_edit_of_what_was_loaded_can_be_compared_and_undone(client, decision, log_in):
    log_in("Publishers")
    typed = {"wording": "Rewritten", "correction_reason": "A slip.", "action-publish": "1"}
    assert send(client, decision, **typed).status_code == 302
    first, second = decision.revisions.order_by("pk")

    compare = reverse("wagtailsnippets_governance_decision:revisions_compare", args=[decision.pk, first.pk, second.pk])
    assert "As adopted" in client.get(compare).content.decode()
    history = client.get(address_of(decision, "history")).content.decode()
    revert = reverse("wagtailsnippets_governance_decision:revisions_revert", args=[decision.pk, first.pk])
    assert revert in history
    sent = filled_in(client.get(revert).content, correction_reason="Back.", **{"action-publish": "1"})
    assert client.post(revert, sent).status_code == 302
    assert Decision.objects.get().wording == "As adopted"


def test_a_version_is_kept_once_of_what_was_loaded(decision):
    for wording in ("Second", "Third"):
        decision.wording = wording
        decision.save_revision()

    assert [version.content["wording"] for version in decision.revisions.order_by("pk")] == [
        "As adopted",
        "Second",
        "Third",
    ]
    assert ModelLogEntry.objects.for_instance(decision).filter(action="wagtail.create").count() == 1


def test_a_version_that_is_scheduled_goes_live_at_its_hour_and_what_stands_there_stays_until_then(
    client, decision, settings, tmp_path, on_day
):
    settings.RUN_DIR = tmp_path
    decision.number, decision.go_live_at = 2, timezone.now() + timedelta(days=1)
    decision.save_revision().publish()
    assert "No 1: decision" in main_of(client, COMMITTEE)

    with on_day(2100, 1, 1):
        call_command("worker", once=True, stdout=StringIO())
    assert "No 2: decision" in main_of(client, COMMITTEE)


def test_an_entry_is_taken_down_at_its_hour(client, decision, settings, tmp_path, on_day):
    settings.RUN_DIR = tmp_path
    decision.expire_at = timezone.now() + timedelta(days=1)
    decision.save_revision().publish()

    call_command("worker", once=True, stdout=StringIO())
    assert "As adopted" in main_of(client, COMMITTEE)
    with on_day(2100, 1, 1):
        call_command("worker", once=True, stdout=StringIO())
    assert "As adopted" not in main_of(client, COMMITTEE)
    assert Decision.objects.get().expired


@pytest.mark.parametrize("kind", Record.__subclasses__(), ids=lambda kind: kind.__name__)
def test_a_moment_that_is_over_cannot_be_scheduled(client, cen, log_in, kind):
    log_in("Publishers")
    made = {
        Decision: lambda: Decision.objects.create(number=1, decided="2020", wording="x"),
        Person: lambda: Person.objects.create(name="Somebody"),
        Seat: lambda: Seat.objects.get(partner=cen),
        Sector: lambda: Sector.objects.create(code="toys", name="Toys"),
        Source: lambda: Source.objects.create(title="A letter"),
        Term: lambda: Term.objects.create(code="toy", name="toy", meaning="A plaything."),
        SynonymGroup: lambda: SynonymGroup.objects.create(terms="kite\nfling"),
    }
    record = made[kind]()

    answer = send(client, record, go_live_at="2020-01-01 10:00", **{"action-publish": "1"})

    assert "This moment is over." in answer.content.decode()


@pytest.mark.parametrize(
    ("kind", "fields", "shown"),
    [
        (Decision, {"number": 7, "decided": "2020", "wording": "Do it", "disclosure": "public"}, "Do it"),
        (Decision, {"number": 7, "decided": "2020", "wording": "Do it"}, "readers will not see it"),
        (Person, {"name": "Somebody", "consent": "given", "consent_source": "A letter"}, "Somebody"),
        (Person, {"name": "Somebody", "biography": "Born in 1970"}, "nothing about this person is published"),
    ],
)
def test_a_new_entry_can_be_previewed_as_readers_will_see_it(client, db, log_in, kind, fields, shown):
    log_in("Editors")
    sent = filled_in(client.get(reverse(view_of(kind, "add"))).content, **fields)
    address = reverse(view_of(kind, "preview_on_add"))

    assert json.loads(client.post(address, sent).content)["is_valid"]
    page = client.get(address).content.decode()
    assert shown in page
    assert "Born in 1970" not in page


def test_a_decision_is_previewed_with_its_log_and_the_line_that_is_drafted(client, db, log_in):
    log_in("Editors")
    decision = Decision.objects.create(number=7, decided="2020", wording="Do it", disclosure="public")
    decision.log.create(status="planned", day=date(2020, 5, 4), why="Agreed by all five")
    sent = filled_in(client.get(address_of(decision)).content, new_status="done", new_status_why="Handed over")
    address = address_of(decision, "preview_on_edit")

    assert json.loads(client.post(address, sent).content)["is_valid"]
    page = client.get(address).content.decode()
    assert page.index("Handed over") < page.index("Agreed by all five")
    assert decision.log.count() == 1


def test_a_seat_is_previewed_with_the_terms_that_are_drafted(client, cen, log_in, source):
    log_in("Editors")
    seat = Seat.objects.get(partner=cen)
    seat.terms.add(TermOfOffice(starts="2019", cited=source("A letter of that year")))
    seat.save_revision()
    address = address_of(seat, "preview_on_edit")

    assert json.loads(client.post(address, filled_in(client.get(address_of(seat)).content)).content)["is_valid"]
    assert "A letter of that year" in client.get(address).content.decode()


def test_versions_with_other_dates_can_be_compared(client, cen, phase_four, log_in):
    log_in("Publishers")
    seat = Seat.objects.get(partner=cen)
    seat.terms.add(TermOfOffice(starts="2019-05~"))
    drafted = seat.save_revision()
    phase_four.starts = "2016-07"
    changed = phase_four.save_revision()

    seats = reverse(view_of(Seat, "revisions_compare"), args=[seat.pk, "live", drafted.pk])
    phases = reverse("wagtailadmin_pages:revisions_compare", args=[phase_four.pk, "live", changed.pk])
    assert "about May 2019" in client.get(seats).content.decode()
    assert "July 2016" in client.get(phases).content.decode()
