"""One phase is closed and the next one drafted: told before, done as a whole, and undone by the usual means."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from governance import succession
from governance.models import Seat, TermOfOffice
from partners.models import Person
from phases.models import PhasePage
from sesec_portal.approval.models import ApprovalTask
from sesec_portal.home.starter.builders import publish_phase
from tests.reading import words

pytestmark = pytest.mark.usefixtures("alone")

ANSWERS = {"ends": "2032-12", "number": "7", "title": "SESEC VII", "slug": "sesec-vii", "starts": "2033-01"}


@pytest.fixture
def phase(phase_index, cen):
    """SESEC VI, which CEN leads: the last phase on record."""
    roles = [{"partner": cen, "role": "partner"}, {"partner": cen, "role": "co-financing"}]
    team = [{"person": Person.objects.create(name="Ada Sample"), "office": "manager"}]
    return publish_phase(
        phase_index,
        title="SESEC VI",
        slug="sesec-vi",
        number=6,
        starts="2030-01",
        locale=phase_index.locale,
        project_leader=cen,
        roles=roles,
        team=team,
    )


@pytest.fixture
def send(client, phase, log_in):
    """Send the form as a Publisher: `send()` shows the plan, `send(confirm="1")` after it does what it says."""
    log_in("Publishers")

    def post(**changes):
        seen = str(PhasePage.objects.get(pk=phase.pk).latest_revision_id)
        return client.post(address_of(phase), {**ANSWERS, "seen": seen, **changes})

    return post


def address_of(phase):
    return reverse("governance_admin:succession", args=[phase.pk])


def said(response):
    """Return the words of the main part of an admin page."""
    return words(BeautifulSoup(response.content, "html.parser").find("main"))


def beside(response, field):
    """Return the words of the error beside a field."""
    html = BeautifulSoup(response.content, "html.parser")
    described = html.find(attrs={"name": field})["aria-describedby"].split()
    return " ".join(html.find(id=place).get_text(strip=True) for place in described if place.endswith("errors"))


def everything():
    """Return what the portal knows of phases and pages, in whatever state."""
    return (
        list(
            PhasePage.objects.order_by("pk").values("pk", "title", "slug", "live", "starts", "ends", "project_leader")
        ),
        list(Page.objects.order_by("pk").values("pk", "path", "live", "alias_of", "has_unpublished_changes")),
    )


def offered(client, phase):
    """Return the keys of the versions that the history of a phase offers to go back to."""
    html = BeautifulSoup(client.get(reverse("wagtailadmin_pages:history", args=[phase.pk])).content, "html.parser")
    return [int(link["href"].split("/")[-3]) for link in html.select("main a[href$='/revert/']")]


# Who may


def test_publishers_find_the_way_on_the_phase_in_the_first_language(client, phase, log_in):
    log_in("Publishers")
    chinese = PhasePage.objects.get(number=None, locale__language_code="zh-hans", slug="sesec-iv")

    assert address_of(phase) in client.get(reverse("wagtailadmin_pages:edit", args=[phase.pk])).content.decode()
    assert (
        address_of(phase) in client.get(reverse("wagtailadmin_explore", args=[phase.get_parent().pk])).content.decode()
    )
    for other in (chinese, phase.get_parent()):
        edit = client.get(reverse("wagtailadmin_pages:edit", args=[other.pk])).content.decode()
        assert "/governance/succession/" not in edit
    assert client.get(address_of(chinese), follow=True).status_code == 404


def test_editors_who_may_not_publish_are_neither_offered_it_nor_let_in(client, phase, log_in):
    log_in("Editors")
    before = everything()

    assert address_of(phase) not in client.get(reverse("wagtailadmin_pages:edit", args=[phase.pk])).content.decode()
    assert client.get(address_of(phase)).url == reverse("wagtailadmin_home")
    assert client.post(address_of(phase), {**ANSWERS, "confirm": "1"}).url == reverse("wagtailadmin_home")
    assert everything() == before


# What it says before it does it


def test_the_form_offers_the_next_free_number(client, phase, log_in):
    log_in("Publishers")

    html = BeautifulSoup(client.get(address_of(phase)).content, "html.parser")

    assert html.find(attrs={"name": "number"})["value"] == "7"


def test_the_form_opens_beside_a_phase_without_a_number(client, phase, log_in):
    PhasePage.objects.filter(number=1).update(number=None)
    log_in("Publishers")

    assert client.get(reverse("governance_admin:succession", args=[phase.pk])).status_code == 200


def test_the_plan_tells_what_will_be_done_and_does_nothing(send, cen, client):
    TermOfOffice.objects.create(
        seat=Seat.objects.get(partner=cen), starts="2020-05", holder=Person.objects.create(name="Grace Sample")
    )
    before = everything()

    plan = said(send())

    assert "The end of SESEC VI is set to December 2032 and published at once" in plan
    assert "A draft of phase 7, SESEC VII, is made under “Phases”" in plan
    assert "CEN: partner, co-financing" in plan
    assert "The draft takes over the project leader, CEN." in plan
    assert "The draft gives January 2033 as the start of SESEC VII." in plan
    assert "The expert and the team of SESEC VI are not copied" in plan
    assert "CEN: Grace Sample, from May 2020" in plan
    assert "ETSI: no holder recorded" in plan
    assert "No terms of reference are published for SESEC VI" in plan
    assert everything() == before


def test_the_plan_names_the_address_at_which_the_terms_stay_and_a_phase_that_comes_after(client, phase_four, log_in):
    log_in("Publishers")

    plan = said(client.post(address_of(phase_four), {**ANSWERS, "ends": "2021-06", "starts": "2022"}))

    assert "/en/phases/sesec-iv/terms-of-reference/" in plan
    assert "SESEC V is on record already, and comes after SESEC IV" in plan


def test_whoever_goes_back_finds_everything_as_typed(send):
    html = BeautifulSoup(send(back="1").content, "html.parser")

    assert {name: html.find(attrs={"name": name})["value"] for name in ANSWERS} == ANSWERS


def test_what_was_agreed_to_is_not_done_to_a_phase_that_changed_meanwhile(send, phase):
    before = str(phase.latest_revision_id)
    phase.summary = "Corrected meanwhile."
    phase.save_revision().publish()

    response = send(confirm="1", seen=before)

    assert "Meanwhile somebody has changed SESEC VI. Nothing was done." in said(response)
    assert not PhasePage.objects.filter(number=7).exists()
    assert send(confirm="1").status_code == 302


# What it does


def test_the_old_phase_ends_and_the_next_is_drafted_with_partners_roles_and_leader(send, client, phase, cen):
    response = send(confirm="1")

    draft = PhasePage.objects.get(number=7)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert "delete this draft" in client.get(response.url).content.decode()
    assert not draft.live
    assert draft.get_parent().pk == phase.get_parent().pk
    assert [(held.partner_id, held.role) for held in draft.participations.all()] == [
        (cen.pk, "partner"),
        (cen.pk, "co-financing"),
    ]
    assert draft.project_leader_id == cen.pk
    assert draft.team.count() == 0
    assert str(draft.starts) == "2033-01"
    assert client.get("/en/phases/sesec-vii/").status_code == 404
    assert "December 2032" in client.get("/en/phases/sesec-vi/").content.decode()


def test_it_stands_in_the_history_under_the_users_name(send, phase, django_user_model):
    send(confirm="1")

    draft = PhasePage.objects.get(number=7)
    user = django_user_model.objects.get(username="publishers")
    done = PageLogEntry.objects.filter(user=user).values_list("page_id", "action")
    assert {(draft.pk, "wagtail.create"), (phase.pk, "wagtail.edit"), (phase.pk, "wagtail.publish")} <= set(done)
    assert draft.owner == user


def test_the_draft_stands_in_the_chinese_tree_too(send):
    send(confirm="1")

    fallback = PhasePage.objects.get(slug="sesec-vii", locale__language_code="zh-hans")
    assert fallback.alias_of.slug == "sesec-vii"
    assert fallback.get_parent().slug == "phases"
    assert not fallback.live


def test_the_next_phase_follows_by_date_once_it_is_published(send, client):
    send(confirm="1")
    PhasePage.objects.get(number=7).latest_revision.publish()

    html = BeautifulSoup(client.get("/en/phases/sesec-vi/").content, "html.parser")

    assert html.find("a", rel="next")["href"] == "/en/phases/sesec-vii/"


def test_an_address_left_empty_is_made_from_the_title(send):
    send(confirm="1", slug="")

    assert PhasePage.objects.get(number=7).slug == "sesec-vii"
    assert beside(send(number="8", slug="", title="???"), "slug") == "This field is required."


def test_an_end_that_is_recorded_already_stays_untouched(send, phase):
    phase.ends = "2032-12"
    phase.save_revision().publish()
    revisions = phase.revisions.count()

    assert "SESEC VI has the end December 2032 already" in said(send())
    assert send(confirm="1").status_code == 302
    assert phase.revisions.count() == revisions
    assert PhasePage.objects.filter(number=7).exists()


@pytest.mark.parametrize("step", ["create_aliases_for_new_page", "Succession._publish_end"])
def test_it_is_done_as_a_whole_or_not_at_all(send, monkeypatch, step):
    def fail(*_):
        raise RuntimeError("the power went out")

    owner, _, name = step.rpartition(".")
    monkeypatch.setattr(getattr(succession, owner) if owner else succession, name, fail)
    before = everything()

    with pytest.raises(RuntimeError):
        send(confirm="1")

    assert everything() == before


def test_what_is_sent_twice_is_done_once(send):
    send(confirm="1")

    response = send(confirm="1")

    assert response.status_code == 200
    assert "This number is taken." in beside(response, "number")
    assert PhasePage.objects.originals().filter(title="SESEC VII").count() == 1


def test_where_two_persons_publish_the_end_awaits_approval(send, client, phase):
    ApprovalTask.objects.update(four_eyes=True)
    assert "submitted: it is published, in every language, once a second person has approved it" in said(send())

    response = send(confirm="1")

    assert "awaits the approval of a second person" in client.get(response.url).content.decode()
    phase = PhasePage.objects.get(pk=phase.pk)
    assert phase.workflow_in_progress
    assert phase.ends is None
    phase.current_workflow_task_state.approve(user=None)
    assert str(PhasePage.objects.get(pk=phase.pk).ends) == "2032-12"


# How it is undone


def test_deleting_the_draft_and_publishing_the_former_version_restores_the_former_state(send, client, phase):
    phase.save_revision(log_action=True).publish()
    before, former = everything(), phase.latest_revision
    send(confirm="1")

    draft = PhasePage.objects.get(number=7)
    client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    assert former.pk in offered(client, phase)
    former.as_object().save_revision().publish()

    assert everything() == before


def test_a_phase_that_a_program_made_can_be_put_back_too(send, client, phase):
    PageLogEntry.objects.filter(page=phase.pk).delete()
    assert offered(client, phase) == []
    send(confirm="1")

    [former] = offered(client, phase)
    assert phase.revisions.get(pk=former).as_object().ends is None


# What is refused


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("ends", "", "This field is required."),
        ("ends", "the end of 2032", "This date cannot be read."),
        ("ends", "2029", "The end lies before the start."),
        ("starts", "soon", "This date cannot be read."),
        ("starts", "2032-11", "The next phase would start before SESEC VI is over."),
        ("number", "", "Type the number in figures."),
        ("number", "6", "This number is taken."),
        ("number", "0", "The next phase needs a higher number than 6."),
        ("title", "", "This field is required."),
        ("slug", "sesec-iv", "is already in use"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(send, field, typed, sentence):
    before = everything()

    for response in (send(**{field: typed}), send(**{field: typed}, confirm="1")):
        html = BeautifulSoup(response.content, "html.parser")
        assert response.status_code == 200
        assert sentence in beside(response, field)
        for name, value in {**ANSWERS, field: typed}.items():
            assert html.find(attrs={"name": name}).get("value", "") == value
    assert everything() == before


def test_a_start_in_the_time_of_another_phase_is_refused(client, db, log_in):
    log_in("Publishers")
    first = PhasePage.objects.get(number=1)

    response = client.post(address_of(first), {**ANSWERS, "ends": "2009-06", "starts": "2015"})

    assert beside(response, "starts") == "SESEC III is on record for this time."


def test_an_end_by_which_another_phase_had_begun_is_refused(client, db, log_in):
    log_in("Publishers")
    first = PhasePage.objects.get(number=1)

    response = client.post(address_of(first), {**ANSWERS, "ends": "2015", "starts": ""})

    assert "SESEC II had begun by then." in beside(response, "ends")


def test_phases_that_meet_in_one_year_known_to_the_year_only_are_let_through(send):
    assert "This will be done" in said(send(ends="2032", starts="2032"))


def draft_of(phase):
    phase.summary = "Not published."
    phase.save_revision()


def schedule_of(phase):
    phase.go_live_at = timezone.now() + timedelta(days=2)
    phase.save_revision().publish()


def unpublish(phase):
    phase.unpublish()


def lock(phase):
    phase.locked = True
    phase.save()


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (draft_of, "This phase has changes that are not published."),
        (schedule_of, "A version of this phase is scheduled to go live later."),
        (unpublish, "This phase is not published."),
        (lock, "This phase is locked."),
    ],
)
def test_a_phase_that_cannot_be_closed_now_is_refused_with_the_reason(send, client, phase, prepare, sentence):
    prepare(phase)
    before = everything()

    for response in (client.get(address_of(phase)), send(confirm="1")):
        assert sentence in said(response)
        assert "Show what will be done" not in said(response)
    assert everything() == before
