"""Who may edit a page shows its drafts, sees who has been shown them, and ends that; the history tells of it."""

import pytest
from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry, PageViewRestriction

from governance.models import MeetingPage
from sesec_portal.draft_links.models import DraftLink
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from tests.reading import main_of

REPORT = "/admin/draft-links/report/"


def links_of(page):
    return reverse("draft_links:page", args=[page.pk])


def test_the_form_of_a_page_leads_there(client, editor, text):
    form = client.get(f"/admin/pages/{text.pk}/edit/").content.decode()

    assert "Show this draft to somebody" in form
    assert links_of(text) in form


def test_the_address_is_shown_once(client, editor, text, show):
    address = show(text)
    listed = main_of(client, links_of(text))

    assert address not in client.get(links_of(text)).content.decode()
    assert "CEN, the unit for energy" in listed


@pytest.mark.parametrize("typed", [{"note": "", "days": 7}, {"note": "CEN", "days": 31}, {"note": "CEN", "days": 0}])
def test_a_link_is_for_somebody_and_for_thirty_days_at_most(client, editor, text, typed):
    assert client.post(links_of(text), typed).status_code == 200
    assert not DraftLink.objects.exists()


def test_the_database_takes_no_link_that_lasts_longer(editor, text):
    with pytest.raises(IntegrityError), transaction.atomic():
        DraftLink.make(text.latest_revision, "CEN", 31, editor)


def test_a_link_is_revoked_and_the_history_tells_of_both(client, editor, text, show, partner):
    address = show(text)
    link = DraftLink.objects.get()
    client.post(reverse("draft_links:revoke", args=[link.pk]))
    client.post(reverse("draft_links:revoke", args=[link.pk]))
    history = main_of(client, f"/admin/pages/{text.pk}/history/")

    assert partner.get(address).status_code == 410
    link.refresh_from_db()
    assert link.revoked_by == editor
    assert "Shown by a link to CEN, the unit for energy" in history
    assert "Revoked the link for CEN, the unit for energy" in history
    assert PageLogEntry.objects.filter(action="draft_links.revoke").count() == 1


def test_the_report_lists_the_links_of_the_pages_that_one_may_edit(client, editor, text, show, partner):
    partner.get(show(text))
    listed = main_of(client, REPORT)

    for told in ("A text", "CEN, the unit for energy", "Ada Example", "works", "Revoke"):
        assert told in listed


def test_nobody_else_makes_sees_or_revokes_them(editor, text, show):
    show(text)
    link = DraftLink.objects.get()
    reviewer = User.objects.create_user("reviewer", password="not-a-real-password")
    group = Group.objects.create(name="Onlookers")
    group.permissions.add(*Group.objects.get(name="Editors").permissions.filter(codename="access_admin"))
    reviewer.groups.add(group)
    other = Client()
    other.force_login(reviewer)

    assert other.get(links_of(text)).status_code == 302
    assert other.post(links_of(text), {"note": "CEN", "days": 7}).status_code == 302
    assert other.post(reverse("draft_links:revoke", args=[link.pk])).status_code == 302
    assert "CEN, the unit for energy" not in other.get(REPORT).content.decode()
    link.refresh_from_db()
    assert not link.revoked_at
    assert DraftLink.objects.count() == 1


def test_a_version_whose_words_link_to_what_is_private_has_no_link(client, editor, home, text):
    secret = publish(StandardPage(title="Secret", slug="secret", locale=home.locale), home)
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    text.body = [("text", f'<p>See <a linktype="page" id="{secret.pk}">this</a>.</p>')]
    text.save_revision()

    answer = client.post(links_of(text), {"note": "CEN", "days": 7}).content.decode()

    assert "This version names what readers cannot see: Secret." in answer
    assert not DraftLink.objects.exists()


def test_a_private_page_has_no_links(client, editor, text):
    PageViewRestriction.objects.create(page=text, restriction_type="login")
    answer = client.post(links_of(text), {"note": "CEN", "days": 7})

    assert "This page, or one above it, is private." in answer.content.decode()
    assert not DraftLink.objects.exists()


def test_a_meeting_stays_inside(client, editor, home):
    committee = home.get_children().get(slug="steering-committee")
    meeting = publish(MeetingPage(title="A meeting", slug="m", number=9, held="2026", locale=home.locale), committee)
    answer = client.post(links_of(meeting), {"note": "CEN", "days": 7})

    assert "Drafts of this kind of page stay inside" in answer.content.decode()
    assert not DraftLink.objects.exists()


def test_a_version_that_names_a_page_which_readers_cannot_see_is_not_shown(client, editor, phase_four, cen):
    draft = phase_four.get_latest_revision_as_object()
    draft.project_leader = cen
    draft.save_revision(clean=False)
    cen.unpublish()
    answer = client.post(links_of(phase_four), {"note": "CEN", "days": 7})

    assert f"This version names what readers cannot see: {cen.title}." in answer.content.decode()
    assert not DraftLink.objects.exists()


def test_a_page_goes_with_its_links(client, log_in, home, show):
    log_in("Publishers")
    page = publish(StandardPage(title="Gone", slug="gone", locale=home.locale), home)
    page.save_revision()
    show(page)
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    assert not DraftLink.objects.exists()
