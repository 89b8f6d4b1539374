"""What is sent to the admin takes place as a whole or not at all, and nobody is told of what did not."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageLogEntry, Revision
from wagtail.signals import page_published, workflow_submitted

from phases.models import PhasePage
from sesec_portal.core.transactions import as_a_whole
from sesec_portal.home.models import StandardPage
from sesec_portal.settings.wagtail import TASKS
from tests.filling_in import filled_in

pytestmark = pytest.mark.usefixtures("alone")


@pytest.fixture
def send(client, log_in, phase_four):
    """Send the form of SESEC IV with another summary: `send("action-publish")`."""
    log_in("Publishers")
    address = reverse("wagtailadmin_pages:edit", args=[phase_four.pk])
    return lambda action: client.post(address, filled_in(client.get(address).content, summary="Half", **{action: "1"}))


@pytest.fixture
def failing(request):
    """Let something fail in the middle: `failing(signal, exception)`."""

    def connect(signal, exception):
        def fail(**kwargs):
            raise exception

        signal.connect(fail, weak=False)
        request.addfinalizer(lambda: signal.disconnect(fail))

    return connect


@pytest.mark.parametrize("exception", [PermissionDenied("no"), ValidationError("no")])
def test_what_is_refused_in_the_middle_leaves_nothing_half_written(client, send, failing, phase_four, exception):
    before = Revision.objects.count(), PageLogEntry.objects.count(), phase_four.summary
    failing(page_published, exception)

    assert send("action-publish").status_code == 302

    summary = PhasePage.objects.get(pk=phase_four.pk).summary
    assert (Revision.objects.count(), PageLogEntry.objects.count(), summary) == before


def test_an_answer_that_says_that_it_failed_undoes_what_was_done(db, rf):
    page = StandardPage.objects.first()

    def view(request):
        StandardPage.objects.filter(pk=page.pk).update(summary="Half")
        return HttpResponse(status=409)

    as_a_whole(lambda view, request: view(request))(view, rf.post("/"))

    assert StandardPage.objects.get(pk=page.pk).summary == page.summary


@pytest.fixture
def queue(settings):
    """A queue that keeps its tasks."""
    settings.TASKS = TASKS
    return DBTaskResult.objects.filter(task_path__endswith="mails.send")


def test_a_mail_leaves_with_the_worker_and_is_not_sent_of_what_was_undone(
    client, send, failing, queue, django_user_model
):
    other = django_user_model.objects.create_user("other", "other@example.org", "not-a-real-password")
    other.groups.set(django_user_model.objects.get(username="publishers").groups.all())

    assert send("action-submit").status_code == 302
    assert queue.get().args_kwargs["args"][2] == ["other@example.org"]
    assert not mail.outbox


def test_nobody_is_told_of_a_submission_that_failed(client, send, failing, queue, django_user_model):
    other = django_user_model.objects.create_user("other", "other@example.org", "not-a-real-password")
    other.groups.set(django_user_model.objects.get(username="publishers").groups.all())
    failing(workflow_submitted, ValidationError("no"))

    send("action-submit")

    assert not queue.exists()
    assert not mail.outbox
