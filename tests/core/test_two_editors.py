"""Who saves a form after somebody else has saved the same thing is told, and nothing is lost."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from governance.models import Decision
from partners.models import Person
from phases.models import PhasePage
from phases.models.phase import PhaseForm
from sesec_portal.home.models import StandardPage
from tests.filling_in import filled_in

pytestmark = pytest.mark.usefixtures("alone")

MEANWHILE = "Meanwhile Mei Li has saved another version. Nothing was saved"
TAKEN_DOWN = "Meanwhile Mei Li has taken this down. Nothing was published"


@pytest.fixture
def colleague(db):
    """Who saves meanwhile."""
    return User.objects.create(username="mei", first_name="Mei", last_name="Li")


@pytest.fixture
def page_form(client, phase_four, log_in):
    """The address of the form of SESEC IV, and what a Publisher sends with another summary."""
    log_in("Publishers")
    phase_four.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[phase_four.pk])
    return address, filled_in(client.get(address).content, summary="Mine", **{"action-publish": "1"})


def save_meanwhile(phase, user):
    phase = PhasePage.objects.get(pk=phase.pk)
    phase.summary = "Theirs"
    phase.save_revision(user=user).publish()


def take_down(thing, user):
    action = UnpublishPageAction if isinstance(thing, Page) else UnpublishAction
    action(thing, user=user).execute(skip_permission_checks=True)


def test_a_page_that_nobody_else_has_saved_is_published(client, page_form, phase_four):
    address, sent = page_form

    assert client.post(address, sent).status_code == 302
    assert PhasePage.objects.get(pk=phase_four.pk).summary == "Mine"


def test_a_page_that_somebody_else_has_saved_is_not_overwritten_without_a_word(
    client, page_form, phase_four, colleague
):
    address, sent = page_form
    save_meanwhile(phase_four, colleague)

    again = client.post(address, sent)

    html = again.content.decode()
    assert MEANWHILE in html
    assert reverse("wagtailadmin_pages:history", args=[phase_four.pk]) in html
    assert "w-unsaved w-autosave" in client.get(address).content.decode()
    assert "w-unsaved w-autosave" not in html, "it would save itself over the other version"
    assert PhasePage.objects.get(pk=phase_four.pk).summary == "Theirs"
    knowing = filled_in(html, **{"action-publish": "1"})
    assert knowing["summary"] == "Mine"
    assert client.post(address, knowing).status_code == 302
    assert PhasePage.objects.get(pk=phase_four.pk).summary == "Mine"


def test_nor_one_that_somebody_else_saves_while_the_form_is_being_looked_at(
    client, page_form, phase_four, colleague, monkeypatch
):
    address, sent = page_form
    clean = PhaseForm.clean

    def save_in_between(form):
        save_meanwhile(phase_four, colleague)
        return clean(form)

    monkeypatch.setattr(PhaseForm, "clean", save_in_between)

    assert MEANWHILE in client.post(address, sent).content.decode()
    assert PhasePage.objects.get(pk=phase_four.pk).summary == "Theirs"


def test_nor_does_an_autosave_in_the_same_moment_put_itself_in_the_place_of_what_was_published(
    client, page_form, phase_four, colleague, monkeypatch
):
    address, sent = page_form
    del sent["action-publish"]
    clean = PhaseForm.clean

    def save_in_between(form):
        save_meanwhile(phase_four, colleague)
        return clean(form)

    monkeypatch.setattr(PhaseForm, "clean", save_in_between)
    answer = client.post(address, sent, headers={"accept": "application/json"})

    assert answer.status_code == 400
    assert answer.json()["error_code"] == "invalid_revision"
    assert PhasePage.objects.get(pk=phase_four.pk).get_latest_revision_as_object().summary != "Mine"


def test_a_page_that_somebody_has_taken_down_comes_back_only_when_it_is_asked_for_again(
    client, page_form, phase_four, colleague
):
    address, sent = page_form
    take_down(PhasePage.objects.get(pk=phase_four.pk), colleague)

    again = client.post(address, sent).content.decode()

    assert TAKEN_DOWN in again
    assert not PhasePage.objects.get(pk=phase_four.pk).live
    assert "Mine" in again
    assert client.post(address, filled_in(again, **{"action-publish": "1"})).status_code == 302
    assert PhasePage.objects.get(pk=phase_four.pk).live
    assert PhasePage.objects.get(pk=phase_four.pk).summary == "Mine"


def test_who_opens_the_form_of_what_is_down_publishes_it_at_once(client, page_form, phase_four, colleague):
    address, _sent = page_form
    take_down(PhasePage.objects.get(pk=phase_four.pk), colleague)

    sent = filled_in(client.get(address).content, summary="Mine", **{"action-publish": "1"})
    assert client.post(address, sent).status_code == 302
    assert PhasePage.objects.get(pk=phase_four.pk).live


def test_what_the_form_has_saved_by_itself_is_no_surprise_to_it(client, page_form, phase_four):
    address, sent = page_form
    phase = PhasePage.objects.get(pk=phase_four.pk)
    own = phase.save_revision()

    assert client.post(address, {**sent, "own_revision_id": own.pk}).status_code == 302
    assert PhasePage.objects.get(pk=phase_four.pk).summary == "Mine"


def test_nobody_approves_what_they_have_not_seen(client, phase_four, log_in, colleague):
    phase_four.save_revision()
    phase_four.get_workflow().start(phase_four, colleague)
    log_in("Publishers")
    address = reverse("wagtailadmin_pages:edit", args=[phase_four.pk])
    approval = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    sent = filled_in(client.get(address).content, **approval)
    draft = PhasePage.objects.get(pk=phase_four.pk)
    draft.summary = "Theirs"
    draft.save_revision(user=colleague)

    assert MEANWHILE in client.post(address, sent).content.decode()
    assert PhasePage.objects.get(pk=phase_four.pk).current_workflow_state


@pytest.mark.parametrize(
    ("action", "typed", "told"),
    [
        ("approve", {}, "“A text” was approved."),
        ("approve", {"summary": "Mine"}, "awaits approval in its turn."),
        ("reject", {}, "“A text” was sent back to its author."),
    ],
)
def test_a_reviewer_is_told_what_the_review_has_done(client, home, log_in, colleague, action, typed, told):
    page = home.add_child(instance=StandardPage(title="A text", slug="text", live=False))
    page.save_revision()
    page.get_workflow().start(page, colleague)
    log_in("Publishers")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent = filled_in(client.get(address).content, **typed)
    review = {"action-workflow-action": "true", "workflow-action-name": action}

    assert told in client.post(address, {**sent, **review}, follow=True).content.decode()


@pytest.fixture(params=[Person, Decision])
def record(request, db):
    """An entry of a register, as one that nobody has typed in the admin."""
    if request.param is Person:
        return Person.objects.create(name="Somebody", affiliation="First")
    return Decision.objects.create(number=1, kind="decision", decided="2020", wording="First")


def field_of(record):
    return "affiliation" if isinstance(record, Person) else "wording"


def address_of(record):
    kind = record._meta
    return reverse(f"wagtailsnippets_{kind.app_label}_{kind.model_name}:edit", args=[record.pk])


def save_record_meanwhile(record, user):
    record = type(record).objects.get(pk=record.pk)
    setattr(record, field_of(record), "Theirs")
    record.save_revision(user=user).publish()


@pytest.mark.parametrize("has_versions", [True, False])
def test_a_record_is_held_to_it_too(client, log_in, colleague, record, has_versions):
    log_in("Publishers")
    address, field = address_of(record), field_of(record)
    if has_versions:
        record.save_revision()
    sent = filled_in(client.get(address).content, **{field: "Mine", "action-publish": "1"})
    save_record_meanwhile(record, colleague)

    again = client.post(address, sent).content.decode()

    assert MEANWHILE in again
    assert f'href="{address.replace("/edit/", "/history/")}"' in again.partition("See what changed")[0][-400:]
    assert "w-unsaved w-autosave" not in again
    assert getattr(type(record).objects.get(pk=record.pk), field) == "Theirs"
    assert client.post(address, filled_in(again, **{"action-publish": "1"})).status_code == 302
    assert getattr(type(record).objects.get(pk=record.pk), field) == "Mine"


def test_a_record_that_somebody_has_taken_down_comes_back_only_when_it_is_asked_for_again(
    client, log_in, colleague, record
):
    log_in("Publishers")
    record.save_revision()
    address, field = address_of(record), field_of(record)
    sent = filled_in(client.get(address).content, **{field: "Mine", "action-publish": "1"})
    take_down(type(record).objects.get(pk=record.pk), colleague)

    again = client.post(address, sent).content.decode()

    assert TAKEN_DOWN in again
    assert not type(record).objects.get(pk=record.pk).live
    assert client.post(address, filled_in(again, **{"action-publish": "1"})).status_code == 302
    assert type(record).objects.get(pk=record.pk).live


def test_a_new_record_that_is_sent_twice_is_refused_beside_its_number(client, log_in):
    log_in("Publishers")
    address = reverse("wagtailsnippets_governance_decision:add")
    typed = {"number": "7", "decided": "2020", "wording": "Do it", "action-publish": "1"}
    sent = filled_in(client.get(address).content, **typed)
    assert client.post(address, sent).status_code == 302

    again = client.post(address, sent)

    assert again.status_code == 200
    assert "There is a decision with this number already." in again.content.decode()
