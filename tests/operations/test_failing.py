"""What the worker does not get done is told to who can do something about it, in words, and tried again when asked."""

from datetime import timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult
from wagtail.models import Revision

from phases.models import PhasePage
from sesec_portal.desk.desk import desk_of
from sesec_portal.operations.failing import failing
from sesec_portal.operations.jobs import clock, publishing, queue
from tests.operations.workers import waiting


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.RUN_DIR = tmp_path


def a_round():
    call_command("worker", once=True, stdout=StringIO())


@pytest.fixture
def refused(phase_index, on_day):
    """SESEC II, which was to be published under a number that another phase had got a minute before."""
    with on_day(2026, 11, 22):
        for number in (1, 2):
            phase = PhasePage.objects.get(number=number)
            phase.number, phase.go_live_at = 9, timezone.now() + timedelta(minutes=number)
            phase.save_revision().publish()
    with on_day(2026, 11, 22, 14):
        a_round()
    return phase


def desk(user, rule):
    return [(row.title, row.item.reason) for row in desk_of(user) if row.rule.name == rule]


def rows(client):
    table = BeautifulSoup(client.get(reverse("failing")).content, "html.parser").select_one("table.listing")
    return [" ".join(row.get_text(" ").split()) for row in table.find_all("tr")[1:]] if table else []


def test_a_page_that_was_refused_lies_on_the_desk_of_who_may_edit_it_with_the_reason(refused, log_in):
    publisher = log_in("Publishers")

    assert desk(publisher, "refused") == [("SESEC II", "could not be published: This number is taken.")]
    with translation.override("zh-hans"):
        [(_title, reason)] = desk(publisher, "refused")
        assert reason.isascii() is False
        assert "This number" not in reason
    assert not desk(publisher, "failing")


def test_it_goes_when_it_is_published_or_put_off(refused, log_in):
    publisher = log_in("Publishers")
    refused = PhasePage.objects.get(pk=refused.pk)
    refused.number, refused.go_live_at = 2, None
    refused.save_revision().publish()

    assert not desk(publisher, "refused")


def test_a_version_that_cannot_be_read_is_told_of_without_foreign_words(phase_four, log_in, on_day):
    phase_four.go_live_at = timezone.now() + timedelta(days=1)
    phase_four.save_revision().publish()
    Revision.objects.filter(pk=phase_four.scheduled_revision.pk).update(content={})
    with on_day(2100, 1, 1):
        a_round()

    [(_title, reason)] = desk(log_in("Publishers"), "refused")
    assert reason == "could not be published: A fault of the portal (KeyError), of which its log tells."


def test_an_entry_that_was_not_taken_down_lies_there_too(cen, log_in, on_day, monkeypatch):
    cen.expire_at = timezone.now() + timedelta(days=1)
    cen.save_revision().publish()

    def broken(*_arguments, **_options):
        raise RuntimeError

    monkeypatch.setattr(type(cen), "unpublish", broken)
    with on_day(2100, 1, 1):
        a_round()

    [(title, reason)] = desk(log_in("Publishers"), "refused")
    assert (title, reason.partition(":")[0]) == ("CEN", "could not be taken down")


def test_administrators_are_told_what_else_fails_and_have_it_tried_again(refused, client, log_in):
    task = waiting("fail", "always")
    a_round()
    told = log_in("Administrators")
    assert desk(told, "failing") == [("The worker", "2 tasks fail")]

    first, second = rows(client)
    assert first.startswith("tests.operations.workers.fail A fault of the portal (KeyError), of which its log tells.")
    assert second.startswith("Publish at its hour: SESEC II This number is taken. 2 times")

    assert client.post(reverse("failing_try_again", args=[task.pk])).url == reverse("failing")
    assert len(rows(client)) == 1
    a_round()
    assert len(rows(client)) == 2


def test_nobody_else_sees_it_or_has_anything_tried_again(client, log_in):
    task = waiting("fail", "always")
    a_round()
    log_in("Publishers")

    for answer in (client.get(reverse("failing")), client.post(reverse("failing_try_again", args=[task.pk]))):
        assert answer.status_code == 302
    assert "Work that fails" not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert DBTaskResult.objects.get(pk=task.pk).exception_class_path


def test_the_button_has_the_token_that_guards_its_form(log_in):
    task = waiting("fail", "always")
    a_round()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(log_in("Administrators"))
    form = BeautifulSoup(strict.get(reverse("failing")).content, "html.parser").select_one("td form")
    token = form.find("input", {"name": "csrfmiddlewaretoken"})["value"]

    assert strict.post(form["action"], {}).status_code == 403
    assert strict.post(form["action"], {"csrfmiddlewaretoken": token}).status_code == 302
    assert not DBTaskResult.objects.get(pk=task.pk).exception_class_path


def test_every_task_of_the_portal_has_a_name_and_every_part_too(db):
    from_the_clock = [publishing.publish, publishing.take_down]
    clock.tick()
    queue.want(from_the_clock[0], [(0,)], timezone.now())
    DBTaskResult.objects.update(status="FAILED", exception_class_path="x.Y")

    assert not [each.what for each in failing() if "." in each.what]


def test_it_asks_as_many_questions_of_many_tasks_as_of_few(
    refused, phase_four, cen, client, log_in, on_day, django_assert_num_queries
):
    log_in("Administrators")
    rows(client)
    with django_assert_num_queries(3):
        assert len(failing()) == 1
    for page in (phase_four, cen):
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()
        Revision.objects.filter(pk=page.scheduled_revision.pk).update(content={})
    with on_day(2100, 1, 1):
        a_round()
    with django_assert_num_queries(4):
        assert len([each.what for each in failing()]) == 3
