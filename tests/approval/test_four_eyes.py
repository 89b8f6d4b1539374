"""What governs the project is published by two persons: whoever wrote a version last cannot approve it."""

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.urls import reverse
from wagtail.models import Workflow

from governance.models import Decision, Seat
from phases.models import PhasePage
from sesec_portal.approval.models import ApprovalTask
from sesec_portal.home.models import StandardPage
from tests.filling_in import filled_in

APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}
REJECT = {"action-workflow-action": "true", "workflow-action-name": "reject"}
PUBLISH = {"action-publish": "1"}
SUBMIT = {"action-submit": "1"}


@pytest.fixture
def people(db):
    """One Editor and two Publishers."""
    made = {}
    for name, group in (("author", "Publishers"), ("colleague", "Publishers"), ("editor", "Editors")):
        made[name] = User.objects.create_user(name, f"{name}@example.org", "not-a-real-password", first_name=name)
        made[name].groups.add(Group.objects.get(name=group))
    return made


@pytest.fixture(params=["phase", "decision"])
def thing(request, phase_four):
    """A page and an entry of a register that two persons publish."""
    if request.param == "phase":
        return phase_four
    return Decision.objects.create(number=1, decided="2020", wording="As adopted", disclosure="public")


def field_of(thing):
    return "summary" if isinstance(thing, PhasePage) else "wording"


def address_of(thing, view="edit"):
    if isinstance(thing, Decision):
        return reverse(f"wagtailsnippets_governance_decision:{view}", args=[thing.pk])
    return reverse(f"wagtailadmin_pages:{view}", args=[thing.pk])


def send(client, address, **typed):
    return client.post(address, filled_in(client.get(address).content, **typed), follow=True)


def published(thing):
    return getattr(type(thing).objects.get(pk=thing.pk), field_of(thing))


@pytest.fixture
def submitted(client, thing, people):
    """What its author, a Publisher, has written and submitted."""
    client.force_login(people["author"])
    typed = {"correction_reason": "A slip."} if isinstance(thing, Decision) else {}
    send(client, address_of(thing), **{field_of(thing): "Written by the author"}, **typed, **SUBMIT)
    thing = type(thing).objects.get(pk=thing.pk)
    assert thing.workflow_in_progress
    return thing


def test_the_author_is_told_that_somebody_else_approves_and_cannot(client, submitted):
    form = client.get(address_of(submitted)).content.decode()
    assert "Somebody else approves it." in form
    assert 'data-workflow-action-name="approve"' not in form

    state = submitted.current_workflow_task_state
    send(client, address_of(submitted), **APPROVE)
    if isinstance(submitted, Decision):
        address = reverse(
            "wagtailsnippets_governance_decision:workflow_action", args=[submitted.pk, "approve", state.pk]
        )
    else:
        address = reverse("wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", state.pk])
    client.post(address)
    assert published(submitted) != "Written by the author"
    assert type(submitted).objects.get(pk=submitted.pk).workflow_in_progress


def test_a_colleague_approves_and_it_is_public(client, submitted, people):
    client.force_login(people["colleague"])
    form = client.get(address_of(submitted)).content.decode()
    assert 'data-workflow-action-name="approve"' in form
    assert "Somebody else approves it." not in form

    answer = send(client, address_of(submitted), **APPROVE)

    assert "was approved." in answer.content.decode()
    assert published(submitted) == "Written by the author"


def test_what_awaits_approval_is_listed_for_the_colleague_only(client, submitted, people):
    assert "Awaiting your review" not in client.get("/admin/").content.decode()
    client.force_login(people["colleague"])
    assert "Awaiting your review" in client.get("/admin/").content.decode()


def test_a_reviewer_who_changes_it_needs_another_one(client, submitted, people):
    client.force_login(people["colleague"])
    answer = send(client, address_of(submitted), **{field_of(submitted): "Written by both"}, **APPROVE)

    assert "awaits approval in its turn" in answer.content.decode()
    assert published(submitted) not in {"Written by both", "Written by the author"}
    assert "Somebody else approves it." in client.get(address_of(submitted)).content.decode()
    client.force_login(people["author"])
    send(client, address_of(submitted), **APPROVE)
    assert published(submitted) == "Written by both"


def test_the_reason_of_a_rejection_stands_on_the_form_and_in_the_mail(client, submitted, people):
    client.force_login(people["colleague"])
    comment = {"workflow-action-extra-data": '{"comment": "Name the meeting."}'}
    answer = send(client, address_of(submitted), **REJECT, **comment)
    assert "was sent back to its author." in answer.content.decode()

    client.force_login(people["author"])
    assert "colleague asks for changes: “Name the meeting.”" in client.get(address_of(submitted)).content.decode()
    [told] = [each for each in mail.outbox if "rejected" in each.subject]
    assert told.to == ["author@example.org"]
    assert "Name the meeting." in told.body


def test_what_was_sent_back_is_submitted_again_and_approved(client, submitted, people):
    client.force_login(people["colleague"])
    send(client, address_of(submitted), **REJECT)
    client.force_login(people["author"])
    send(client, address_of(submitted), **{field_of(submitted): "Written better"}, **SUBMIT)
    client.force_login(people["colleague"])

    assert "was approved." in send(client, address_of(submitted), **APPROVE).content.decode()
    assert published(submitted) == "Written better"


@pytest.mark.parametrize("kind", ["page", "record"])
def test_new_rows_of_a_list_are_approved_unchanged(client, people, phase_four, cen, kind):
    """A row that is only drafted has no key yet, so that Wagtail takes it for changed whenever its form is sent."""
    thing = Seat.objects.get(partner=cen) if kind == "record" else phase_four
    record = "wagtailsnippets_governance_seat:edit"
    address = reverse(record if kind == "record" else "wagtailadmin_pages:edit", args=[thing.pk])
    client.force_login(people["author"])
    send(client, address)
    thing = type(thing).objects.get(pk=thing.pk).get_latest_revision_as_object()
    rows = thing.terms if kind == "record" else thing.participations
    before = rows.count()
    new = {"starts": "2019-05"} if kind == "record" else {"partner": cen, "role": "co-financing"}
    rows.add(rows.model(**new, sort_order=before))
    thing.save_revision(user=people["author"])
    thing.get_workflow().start(thing, people["author"])
    versions = thing.revisions.count()
    client.force_login(people["colleague"])

    assert "was approved." in send(client, address, **APPROVE).content.decode()
    thing = type(thing).objects.get(pk=thing.pk)
    assert (thing.terms if kind == "record" else thing.participations).count() == before + 1
    assert thing.revisions.count() == versions


def test_nobody_publishes_it_alone(client, thing, people):
    client.force_login(people["author"])
    before = published(thing)
    form = client.get(address_of(thing)).content.decode()
    assert 'name="action-publish"' not in form
    assert "Submit to Approval by a second person" in form

    send(client, address_of(thing), **{field_of(thing): "Mine"}, correction_reason="A slip.", **PUBLISH)
    assert published(thing) == before
    thing = type(thing).objects.get(pk=thing.pk)
    version = thing.latest_revision_id
    back = reverse(
        "wagtailsnippets_governance_decision:revisions_revert"
        if isinstance(thing, Decision)
        else "wagtailadmin_pages:revisions_revert",
        args=[thing.pk, version],
    )
    form = client.get(back).content
    address = back if isinstance(thing, Decision) else address_of(thing)
    client.post(address, filled_in(form, **PUBLISH))
    assert published(thing) == before


def test_nor_a_new_one(client, phase_index, people):
    client.force_login(people["author"])
    address = reverse("wagtailsnippets_governance_decision:add")
    typed = {"number": "7", "decided": "2020", "wording": "Do it", "disclosure": "public"}
    assert 'name="action-publish"' not in client.get(address).content.decode()
    send(client, address, **typed, **PUBLISH)
    assert not Decision.objects.get(number=7).live

    address = reverse("wagtailadmin_pages:add", args=["phases", "phasepage", phase_index.pk])
    assert 'name="action-publish"' not in client.get(address).content.decode()


def test_nor_many_at_once(client, phase_four, people):
    client.force_login(people["author"])
    phase_four.summary = "Mine"
    phase_four.save_revision(user=people["author"])
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    client.post(f"{address}?id={phase_four.pk}", {"include_descendants": "on"})

    assert published(phase_four) != "Mine"


def test_pages_of_other_branches_are_published_as_before(client, home, people):
    page = home.add_child(instance=StandardPage(title="A text", slug="text", live=False))
    page.save_revision(user=people["author"])
    client.force_login(people["author"])

    send(client, reverse("wagtailadmin_pages:edit", args=[page.pk]), **PUBLISH)

    assert StandardPage.objects.get(pk=page.pk).live


def test_it_is_a_setting_of_the_workflow(client, thing, people):
    ApprovalTask.objects.update(four_eyes=False)
    client.force_login(people["author"])

    send(client, address_of(thing), **{field_of(thing): "Mine"}, correction_reason="A slip.", **PUBLISH)

    assert published(thing) == "Mine"


def test_administrators_find_the_setting(client, log_in):
    log_in("Administrators")
    [task] = ApprovalTask.objects.all()

    form = client.get(reverse("wagtailadmin_workflows:edit_task", args=[task.pk])).content.decode()

    assert 'name="four_eyes"' in form
    assert Workflow.objects.filter(workflow_tasks__task=task).get().active
