"""Somebody looks, from time to time, whether what is published is still true: who, by when, and what readers see."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission, User
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision
from wagtail_localize.synctree import create_aliases_for_new_page

from newsroom.models import NewsIndexPage, NewsPage
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.reviews.digest import send_digests
from sesec_portal.reviews.due import due_by, kinds
from sesec_portal.reviews.models import ReviewSettings
from sesec_portal.reviews.panel import address_of
from standards.models import Term
from tests.reading import words

PUBLISHED = datetime(2031, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def page(home):
    """Return a page that was published on 4 March 2031."""
    with time_machine.travel(PUBLISHED, tick=False):
        return publish(StandardPage(title="Kites", slug="kites", locale=home.locale), home)


@pytest.fixture
def colleague(django_user_model):
    user = django_user_model.objects.create_user("lin", "lin@example.org", "not-a-real-password", first_name="Lin")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def at(year, month, day):
    return time_machine.travel(datetime(year, month, day, 12, tzinfo=UTC), tick=False)


def foot(client, address):
    return words(BeautifulSoup(client.get(address).content, "html.parser").select_one(".foot__note"))


def own(day):
    return [(thing.title, due) for thing, due in due_by(day) if getattr(thing, "title", "") in {"Kites", "A kite flew"}]


def form_of(client, thing, name="plan", **typed):
    return client.post(address_of(name, thing), typed, follow=True)


def test_a_page_is_due_a_year_after_it_was_published_and_after_each_review(page, client, log_in):
    assert own(date(2032, 3, 3)) == []
    assert own(date(2032, 3, 4)) == [("Kites", date(2032, 3, 4))]
    with at(2032, 4, 1):
        log_in("Editors")
        form_of(client, page, "confirm")
    assert own(date(2033, 3, 31)) == []
    assert own(date(2033, 4, 1)) == [("Kites", date(2033, 4, 1))]


def test_what_governs_is_due_after_half_a_year_and_news_never(home, db):
    index = NewsIndexPage.objects.originals().first() or publish(
        NewsIndexPage(title="News", slug="some-news", locale=home.locale), home
    )
    with time_machine.travel(PUBLISHED, tick=False):
        publish(NewsPage(title="A kite flew", slug="kite", locale=home.locale, date="2031-03-04"), index)
    assert own(date(2090, 1, 1)) == []
    assert {StandardPage.months_between_reviews(), Term.months_between_reviews()} == {12}
    governing = {model.__name__ for model in kinds() if model.months_between_reviews() == 6}
    assert {"PhasePage", "Seat", "Decision", "MeetingPage"} <= governing


def test_the_button_says_so_to_readers_in_both_languages_and_makes_no_version(page, client, log_in):
    create_aliases_for_new_page(page)
    versions = page.revisions.count()
    with at(2031, 9, 1):
        log_in("Editors")
        said = form_of(client, page, "confirm").content.decode()
        assert "was reviewed today, and is still true. It is due again on 1 September 2032." in said
        assert "This page was last reviewed on 1 September 2031." in foot(client, "/en/kites/")
        assert "2031年9月1日" in foot(client, "/zh-hans/kites/")
        history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
        assert "Reviewed, still true" in history
    assert page.revisions.count() == versions


def test_publishing_a_version_made_before_leaves_owner_and_review_alone(page, client, log_in, colleague):
    former = page.save_revision()
    with at(2031, 9, 1):
        log_in("Editors")
        form_of(client, page, owner=colleague.pk, review_by="2031-12-24")
        form_of(client, page, "confirm")
        form_of(client, page, owner=colleague.pk, review_by="2032-02-02")
    # As the worker reads it, or a form that is opened now.
    Revision.objects.get(pk=former.pk).publish()
    page = StandardPage.objects.get(pk=page.pk)
    assert (page.owner, page.reviewed_on, page.review_by) == (colleague, date(2031, 9, 1), date(2032, 2, 2))


def test_a_day_that_is_set_comes_first_and_is_over_with_the_review(page, client, log_in):
    with at(2031, 9, 1):
        log_in("Editors")
        form_of(client, page, review_by="2031-10-01")
        assert own(date(2031, 10, 1)) == [("Kites", date(2031, 10, 1))]
        form_of(client, page, "confirm")
    assert own(date(2032, 8, 31)) == []


def test_a_day_that_is_over_or_no_day_is_refused_beside_its_field_and_stays_as_typed(page, client, log_in):
    with at(2031, 9, 1):
        log_in("Editors")
        refused = form_of(client, page, review_by="2031-08-31").content.decode()
        assert "This day is over. Choose today or a later one." in refused
        assert 'value="2031-08-31"' in refused
        assert "Enter a valid date." in form_of(client, page, review_by="soon").content.decode()
    assert StandardPage.objects.get(pk=page.pk).review_by is None


def hidden(answer):
    fields = BeautifulSoup(answer.content, "html.parser").select("main input[type=hidden]")
    return {field["name"]: field.get("value", "") for field in fields}


def test_what_a_colleague_has_chosen_meanwhile_is_told_before_it_is_replaced(page, client, log_in, colleague):
    with at(2031, 9, 1):
        me = log_in("Editors")
        shown = hidden(client.get(address_of("plan", page)))
        form_of(client, page, owner=colleague.pk)
        refused = client.post(address_of("plan", page), {**shown, "owner": me.pk})
        assert "Meanwhile somebody else has chosen: owner Lin, review by no day of its own." in refused.content.decode()
        assert StandardPage.objects.get(pk=page.pk).owner == colleague
        client.post(address_of("plan", page), {**hidden(refused), "owner": me.pk})
    assert StandardPage.objects.get(pk=page.pk).owner == me


def test_a_copy_was_reviewed_by_nobody(page, client, log_in, home):
    with at(2031, 9, 1):
        log_in("Editors")
        form_of(client, page, "confirm")
    copied = StandardPage.objects.get(pk=page.pk).copy(update_attrs={"slug": "copied", "title": "Copied"})
    assert copied.reviewed_on is None


def test_an_entry_of_a_register_has_an_owner_and_reviews_too(client, log_in, colleague):
    with time_machine.travel(PUBLISHED, tick=False):
        term = Term.objects.create(name="kite", meaning="A toy.")
    with at(2032, 4, 1):
        log_in("Editors")
        shown = client.get(reverse("wagtailsnippets_standards_term:edit", args=[term.pk])).content.decode()
        assert "It has no owner." in shown
        assert "4 March 2032" in shown
        assert "Reviews due" in client.get("/admin/desk/?about=reviews").content.decode()
        form_of(client, term, owner=colleague.pk)
        form_of(client, term, "confirm")
    term.refresh_from_db()
    assert (term.owner, term.reviewed_on) == (colleague, date(2032, 4, 1))


def test_owners_are_told_once_of_each_day_in_one_mail_a_night(page, home, colleague):
    with time_machine.travel(PUBLISHED, tick=False):
        other = publish(StandardPage(title="Umbrellas", slug="umbrellas", locale=home.locale), home)
    Page.objects.filter(pk__in=[page.pk, other.pk]).update(owner=colleague)
    with at(2032, 3, 3):
        assert send_digests() == 0
    with at(2032, 3, 4):
        call_command("nightly")
        send_digests()
    [told] = [each for each in mail.outbox if each.to == ["lin@example.org"]]
    assert told.subject.endswith("2 reviews are due")
    assert "Kites (due on 4 March 2032)" in told.body
    assert "Umbrellas" in told.body
    StandardPage.objects.filter(pk=page.pk).update(review_by=date(2032, 5, 1))
    with at(2032, 5, 1):
        send_digests()
    again = [each for each in mail.outbox if each.to == ["lin@example.org"]][1:]
    assert ["Umbrellas" in each.body for each in again] == [False]


def test_the_lead_is_told_of_what_an_owner_has_left_behind(page, colleague, django_user_model):
    lead = django_user_model.objects.create_user("maria", "maria@example.org", "not-a-real-password")
    Page.objects.filter(pk=page.pk).update(owner=colleague)
    ReviewSettings.objects.update_or_create(pk=ReviewSettings.load().pk, defaults={"lead": lead})
    with at(2032, 3, 4):
        send_digests()
        User.objects.filter(pk=colleague.pk).update(is_active=False)
        send_digests()
        send_digests()
    told = [each for each in mail.outbox if each.to == ["maria@example.org"] and "Kites" in each.body]
    assert len(told) == 1
    assert "Lin has left" in told[0].body or "lin has left" in told[0].body


def test_the_report_lists_narrows_and_exports_what_is_due(page, client, log_in, colleague):
    Page.objects.filter(pk=page.pk).update(owner=colleague)
    with at(2032, 3, 5):
        log_in("Editors")
        listed = client.get(f"/admin/reviews/?owner={colleague.pk}&state=due")
        assert [row["title"] for row in _rows(client, f"?owner={colleague.pk}&state=due")] == ["Kites"]
        assert _rows(client, f"?owner={colleague.pk}&state=ahead") == []
    assert "Lin" in listed.content.decode()


def _rows(client, narrowed):
    exported = client.get(f"/admin/reviews/{narrowed}&export=csv")
    rows = csv.DictReader(io.StringIO(exported.getvalue().decode("utf-8-sig")))
    return [{"title": row["What"], "due": row["Due"]} for row in rows]


@pytest.mark.parametrize("name", ["confirm", "plan"])
def test_who_may_not_edit_it_neither_reviews_nor_plans(page, client, log_in, name, django_user_model):
    assert client.post(address_of(name, page)).url.startswith("/account/login/")
    user = log_in("Editors")
    user.groups.clear()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.post(address_of(name, page))
    assert StandardPage.objects.get(pk=page.pk).reviewed_on is None
    assert client.get("/admin/reviews/auth/user/1/").status_code == 404


def test_the_button_beside_the_form_is_sent_with_its_token(page):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.create_superuser("strict"))
    html = BeautifulSoup(strict.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html.parser")
    form = html.find("form", action=address_of("confirm", page))
    token = form.find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]
    assert strict.post(form["action"], {"csrfmiddlewaretoken": token}).status_code == 302
    assert strict.post(form["action"]).status_code == 403


def test_an_address_with_no_key_is_the_address_of_nothing(client, log_in):
    log_in("Editors")
    for address in ("/admin/reviews/newsroom/newspage/abc/", "/admin/reviews/governance/decision/abc/"):
        assert client.get(address).status_code == 404
    assert client.get("/admin/wording/before-publishing/1/abc/").status_code == 404
