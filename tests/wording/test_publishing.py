"""The promise: who publishes or submits such words is asked once for each sentence, and loses nothing."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from governance.models import Decision
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.languages.progress import synchronise
from sesec_portal.wording.models import AcceptedWording
from tests.filling_in import filled_in

PUBLISH, SUBMIT = {"action-publish": "1"}, {"action-submit": "1"}


@pytest.fixture
def publisher(log_in):
    """Log in as somebody who publishes."""
    return log_in("Publishers")


@pytest.fixture
def page(home):
    """A published page."""
    return publish(StandardPage(title="Kites", slug="kites", locale=home.locale), home)


def address_of(thing):
    if isinstance(thing, Decision):
        return reverse("wagtailsnippets_governance_decision:edit", args=[thing.pk])
    return reverse("wagtailadmin_pages:edit", args=[thing.pk])


def send(client, thing, **typed):
    address = address_of(thing)
    return client.post(address, filled_in(client.get(address).content, **typed))


def drafted(page):
    return StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def accept(client, question, reason="It is the name of a prize."):
    form = client.get(question).context["form"]
    return client.post(question, dict.fromkeys(form.found, reason))


def test_who_publishes_is_asked_and_publishes_after_a_reason(client, page, publisher, alone):
    answer = send(client, page, summary="Kites are currently red.", **PUBLISH)

    assert "before-publishing" in answer.url
    assert StandardPage.objects.get(pk=page.pk).summary == ""
    assert drafted(page).summary == "Kites are currently red."
    told = client.get(answer.url).content.decode()
    assert "Kites are <mark>currently</mark> red." in told
    assert "Summary" in told

    assert client.post(answer.url, {}).status_code == 200
    assert not AcceptedWording.objects.exists()
    assert accept(client, answer.url).url == address_of(page)
    kept = AcceptedWording.objects.get()
    assert (kept.path, kept.phrase, kept.accepted_by) == ("summary", "currently", publisher)

    assert "before-publishing" not in send(client, page, summary="Kites are currently red.", **PUBLISH).url
    assert StandardPage.objects.get(pk=page.pk).summary == "Kites are currently red."


def test_a_sentence_is_asked_about_again_when_it_has_changed(client, page, publisher, alone):
    accept(client, send(client, page, summary="Kites are currently red. They fly.", **PUBLISH).url)

    assert "before-publishing" not in send(client, page, summary="They sink. Kites are currently red.", **PUBLISH).url
    assert "before-publishing" in send(client, page, summary="Kites are currently blue.", **PUBLISH).url


def test_who_submits_is_asked_before_the_review_begins(client, page, log_in):
    log_in("Editors")

    answer = send(client, page, summary="Kites are currently red.", **SUBMIT)

    assert "before-publishing" in answer.url
    assert drafted(page).summary == "Kites are currently red."
    assert not StandardPage.objects.get(pk=page.pk).workflow_in_progress
    accept(client, answer.url)
    send(client, page, **SUBMIT)
    assert StandardPage.objects.get(pk=page.pk).workflow_in_progress


def test_entries_of_registers_are_asked_about_too(client, publisher, db):
    decision = Decision.objects.create(number=1, decided="2020", wording="As adopted", disclosure="public")

    answer = send(client, decision, wording="The current chair stays.", **SUBMIT)

    assert "before-publishing" in answer.url
    accept(client, answer.url)
    assert "before-publishing" not in send(client, decision, **SUBMIT).url
    assert Decision.objects.get(pk=decision.pk).workflow_in_progress


def test_saving_a_draft_asks_nothing(client, page, publisher):
    assert "before-publishing" not in send(client, page, summary="Kites are currently red.").url


def test_the_box_beside_the_form_lists_the_saved_draft(client, page, publisher):
    send(client, page, summary="Kites are currently red.")

    told = client.get(reverse("wording:beside"), {"form": address_of(page)}).content.decode()

    assert "Kites are <mark>currently</mark> red." in told
    assert escape("/living") in told
    assert client.get(reverse("wording:beside"), {"form": "/admin/"}).status_code == 404


def test_nobody_reads_drafts_through_it_that_they_may_not_edit(client, page, django_user_model):
    stranger = User.objects.create_user("stranger", "stranger@example.org", "not-a-real-password")
    client.force_login(stranger)

    assert client.get(reverse("wording:beside"), {"form": address_of(page)}).status_code in (302, 403)


def test_a_translation_is_asked_about_before_it_is_published(client, home, publisher, alone):
    original = publish(StandardPage(title="Kites", slug="kites", summary="Five kites.", locale=home.locale), home)
    client.post(reverse("wagtail_localize:submit_page_translation", args=[original.pk]), _chinese())
    synchronise(original)
    translation = Translation.objects.get(source__object_id=original.translation_key)
    for segment in translation.source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data="目前有五只风筝。",
        )
    page = translation.get_target_instance()

    answer = client.post(address_of(page), {"action": "publish"})

    assert "before-publishing" in answer.url
    assert "<mark>目前</mark>有五只风筝。" in client.get(answer.url).content.decode()
    accept(client, answer.url)
    assert "before-publishing" not in client.post(address_of(page), {"action": "publish"}).url
    assert StandardPage.objects.get(pk=page.pk).summary == "目前有五只风筝。"


def _chinese():
    return {"locales": [Locale.objects.get(language_code="zh-hans").pk]}
