"""A version that names what has been deleted since can be opened, compared and published, and says what is missing."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from governance.models import Attendance, Decision, MeetingPage, Seat, SteeringCommitteePage
from partners.models import PartnerPage, Person
from phases.models import PhasePage
from sesec_portal.home.starter.builders import publish_meeting
from sesec_portal.operations.verification import drafts

WARNING = "names what has been deleted since (person)"


@pytest.fixture
def draft(phase_four):
    """A draft of SESEC IV, whose team has somebody more, scheduled for tomorrow; the person is deleted since."""
    person = Person.objects.create(name="Somebody")
    phase_four.team.add(phase_four.team.model(person=person, starts="2019"))
    phase_four.summary = "With somebody."
    phase_four.go_live_at = timezone.now() + timedelta(days=1)
    revision = phase_four.save_revision(log_action=True)
    revision.publish()
    person.delete()
    return PhasePage.objects.get(pk=phase_four.pk)


def page_views(page):
    revision = page.latest_revision_id
    return {
        "edit": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "view draft": reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        "compare": reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", revision]),
        "review this version": reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision]),
        "view this version": reverse("wagtailadmin_pages:revisions_view", args=[page.pk, revision]),
        "history": reverse("wagtailadmin_pages:history", args=[page.pk]),
    }


def test_every_view_of_such_a_draft_answers_and_the_form_says_what_it_leaves_out(client, draft, log_in):
    log_in("Publishers")
    for view, address in page_views(draft).items():
        answer = client.get(address)
        assert answer.status_code == 200, view
        assert (WARNING in answer.content.decode()) == (view in {"edit", "review this version"}), view


def test_it_is_published_without_the_entry_when_its_hour_has_come(client, draft, settings, tmp_path, on_day):
    settings.RUN_DIR = tmp_path
    team = draft.team.count()
    with on_day(2100, 1, 1):
        call_command("worker", once=True, stdout=StringIO())

    assert "With somebody." in client.get(draft.url).content.decode()
    assert PhasePage.objects.get(pk=draft.pk).team.count() == team


def test_verify_finds_it_until_it_is_saved(draft):
    assert [problem.what for problem in drafts.problems()] == [
        f"pages with a draft that names what has been deleted since: 1: {draft.pk}"
    ]

    draft.get_latest_revision_as_object().save_revision()
    draft.scheduled_revision.delete()
    assert not list(drafts.problems())


def test_a_key_outside_a_list_becomes_empty(client, home, cen, log_in):
    committee = SteeringCommitteePage.objects.get(locale=home.locale)
    meeting = publish_meeting(committee, title="A meeting", slug="m", number=1, held="2020", locale=home.locale)
    host = PartnerPage(title="B", slug="b", acronym="B", kind="other", locale=home.locale)
    cen.get_parent().add_child(instance=host)
    meeting.host = host
    meeting.attendances = [Attendance(partner=host), Attendance(partner=cen)]
    meeting.save_revision()
    host.delete()

    draft = MeetingPage.objects.get(pk=meeting.pk).get_latest_revision_as_object()
    assert draft.host is None
    assert [attendance.partner for attendance in draft.attendances.all()] == [cen]
    log_in("Publishers")
    assert client.get(reverse("wagtailadmin_pages:edit", args=[meeting.pk])).status_code == 200


@pytest.mark.parametrize("model", [Seat, Decision])
def test_records_are_held_to_it_too(model, cen, home):
    committee = SteeringCommitteePage.objects.get(locale=home.locale)
    person = Person.objects.create(name="Somebody")
    if model is Seat:
        record = Seat.objects.get(partner=cen)
        record.terms.add(record.terms.model(starts="2020", holder=person))
        gone = person
    else:
        gone = publish_meeting(committee, title="A meeting", slug="m", number=1, held="2020", locale=home.locale)
        record = Decision.objects.create(number=1, kind="decision", decided="2020", meeting=gone, wording="x")
    revision = record.save_revision()
    if model is Decision:
        Decision.objects.filter(pk=record.pk).update(meeting=None)
    gone.delete()

    former = revision.as_object()
    assert former.pk == record.pk
    assert [term.holder for term in former.terms.all()] == [None] if model is Seat else former.meeting is None
