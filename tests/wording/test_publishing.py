"""The promise: who publishes or submits such words is asked once for each sentence, and loses nothing."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, TaskState, WorkflowState
from wagtail_localize.models import StringTranslation, Translation

from governance.models import Decision
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.languages.progress import synchronise
from sesec_portal.wording.models import AcceptedWording, WatchedPhrase
from tests.filling_in import filled_in
from tests.reading import words

PUBLISH, SUBMIT = {"action-publish": "1"}, {"action-submit": "1"}
APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}


@pytest.fixture
def publisher(log_in):
    """Log in as somebody who publishes."""
    return log_in("Publishers")


@pytest.fixture
def kites(home):
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


def made(client, model, under=None, **typed):
    """Send the form of a new page or entry."""
    label = model._meta.app_label, model._meta.model_name
    address = (
        reverse("wagtailadmin_pages:add", args=[*label, under.pk])
        if under
        else reverse("wagtailsnippets_{}_{}:add".format(*label))
    )
    return client.post(address, filled_in(client.get(address).content, **typed))


def accept(client, question, reason="It is the name of a prize."):
    form = client.get(question).context["form"]
    return client.post(question, dict.fromkeys(form.found, reason))


def said(client, answer):
    return [str(message).strip() for message in client.get(answer.url, follow=True).context["messages"]]


def test_who_publishes_is_asked_and_the_reason_publishes(client, kites, publisher, alone):
    answer = send(client, kites, summary="Kites are currently red.", **PUBLISH)

    assert "before-publishing" in answer.url
    assert StandardPage.objects.get(pk=kites.pk).summary == ""
    assert drafted(kites).summary == "Kites are currently red."
    assert said(client, answer) == []
    told = client.get(answer.url).content.decode()
    assert "Kites are <mark>currently</mark> red." in told
    assert "Summary" in told
    assert "Let them stand, and publish" in told

    assert client.post(answer.url, {}).status_code == 200
    assert not AcceptedWording.objects.exists()
    done = accept(client, answer.url)
    assert done.url == reverse("wagtailadmin_explore", args=[kites.get_parent().pk])
    assert "“Kites” was published." in said(client, done)
    assert StandardPage.objects.get(pk=kites.pk).summary == "Kites are currently red."
    kept = AcceptedWording.objects.get()
    assert (kept.reason, kept.accepted_by) == ("It is the name of a prize.", publisher)

    assert "before-publishing" not in send(client, kites, summary="Kites are currently red.", **PUBLISH).url


def test_a_sentence_is_asked_about_again_when_it_has_changed(client, kites, publisher, alone):
    accept(client, send(client, kites, summary="Kites are currently red. They fly.", **PUBLISH).url)

    assert "before-publishing" not in send(client, kites, summary="They sink. Kites are currently red.", **PUBLISH).url
    assert "before-publishing" in send(client, kites, summary="Kites are currently blue.", **PUBLISH).url


def test_what_is_scheduled_is_asked_about_and_keeps_its_hour(client, kites, publisher, alone):
    later = timezone.now() + timedelta(days=2)
    typed = {"summary": "Kites are currently red.", "go_live_at": f"{later:%Y-%m-%d %H:%M}"}

    done = accept(client, send(client, kites, **typed, **PUBLISH).url)

    assert "“Kites” is scheduled, and will be published at its hour." in said(client, done)
    stands = StandardPage.objects.get(pk=kites.pk)
    assert (stands.summary, stands.scheduled_revision.approved_go_live_at.date()) == ("", later.date())


def test_a_new_page_is_a_draft_in_both_trees_while_its_author_is_asked(client, home, publisher, alone):
    answer = made(client, StandardPage, home, title="Kites", slug="kites", summary="They fly soon.", **PUBLISH)

    page = StandardPage.objects.originals().get(slug="kites")
    assert (page.live, page.summary) == (False, "They fly soon.")
    assert StandardPage.objects.filter(slug="kites", alias_of=page).exists()
    accept(client, answer.url)
    assert StandardPage.objects.get(pk=page.pk).live


def test_who_submits_is_asked_before_the_review_begins(client, kites, log_in):
    log_in("Editors")

    answer = send(client, kites, summary="Kites are currently red.", **SUBMIT)

    assert "before-publishing" in answer.url
    assert drafted(kites).summary == "Kites are currently red."
    assert not StandardPage.objects.get(pk=kites.pk).workflow_in_progress
    assert "“Kites” was submitted for approval." in said(client, accept(client, answer.url))
    assert StandardPage.objects.get(pk=kites.pk).workflow_in_progress


def test_who_submits_a_new_page_or_entry_is_asked_too(client, home, log_in):
    log_in("Editors")
    page = {"title": "Kites", "slug": "kites", "summary": "They fly soon."}
    decision = {"number": "1", "decided": "2020", "wording": "The current chair stays."}

    for answer in (made(client, StandardPage, home, **page, **SUBMIT), made(client, Decision, **decision, **SUBMIT)):
        assert "before-publishing" in answer.url
        accept(client, answer.url)

    assert StandardPage.objects.originals().get(slug="kites").workflow_in_progress
    assert Decision.objects.get(number=1).workflow_in_progress


def test_what_was_sent_back_is_asked_about_and_the_same_review_goes_on(client, kites, log_in):
    author = log_in("Editors")
    send(client, kites, **SUBMIT)
    review = StandardPage.objects.get(pk=kites.pk).current_workflow_state
    review.current_task_state.specific.reject(user=None, comment="Redder")

    accept(client, send(client, kites, summary="Kites are currently red.", **SUBMIT).url)

    assert StandardPage.objects.get(pk=kites.pk).current_workflow_state == review
    review.refresh_from_db()
    assert (review.status, review.requested_by) == (WorkflowState.STATUS_IN_PROGRESS, author)


def test_entries_of_registers_are_asked_about_too(client, publisher, db):
    decision = Decision.objects.create(number=1, decided="2020", wording="As adopted", live=False)

    answer = send(client, decision, wording="The current chair stays.", **SUBMIT)

    assert "before-publishing" in answer.url
    assert accept(client, answer.url).url == reverse("wagtailsnippets_governance_decision:list")
    assert Decision.objects.get(pk=decision.pk).workflow_in_progress


@pytest.mark.parametrize("kind", ["page", "entry"])
def test_who_approves_is_asked_and_the_reason_approves_with_the_comment(client, kites, log_in, kind):
    decision = Decision.objects.create(number=1, decided="2020", wording="As adopted", live=False)
    thing, typed = (kites, {"summary": "Red kites."}) if kind == "page" else (decision, {"wording": "The chair stays."})
    log_in("Editors")
    send(client, thing, **typed, **SUBMIT)
    review = type(thing).objects.get(pk=thing.pk).current_workflow_task_state
    WatchedPhrase.objects.create(language="en", phrase="red" if kind == "page" else "chair")
    log_in("Publishers")
    extra = json.dumps({"comment": "Well said"})

    answer = send(client, thing, **APPROVE, **{"workflow-action-extra-data": extra})

    assert "before-publishing" in answer.url
    review.refresh_from_db()
    assert review.status == TaskState.STATUS_IN_PROGRESS
    accept(client, answer.url)
    review.refresh_from_db()
    assert (review.status, review.comment) == (TaskState.STATUS_APPROVED, "Well said")
    published = type(thing).objects.get(pk=thing.pk)
    assert (published.live, published.revisions.count()) == (True, thing.revisions.count())


def test_what_a_reviewer_changes_is_kept_and_awaits_the_approval_of_another(client, phase_four, log_in):
    log_in("Editors")
    send(client, phase_four, summary="It ended.", **SUBMIT)
    log_in("Publishers")

    answer = send(client, phase_four, summary="It ended recently.", **APPROVE)

    assert (
        type(phase_four).objects.get(pk=phase_four.pk).get_latest_revision_as_object().summary == "It ended recently."
    )
    assert "awaits approval in its turn" in said(client, accept(client, answer.url))[0]
    assert type(phase_four).objects.get(pk=phase_four.pk).summary == phase_four.summary


def test_another_version_is_not_published_by_the_reasons_for_this_one(client, kites, publisher, alone):
    answer = send(client, kites, summary="Kites are currently red.", **PUBLISH)
    draft = drafted(kites)
    draft.title = "Dragons"
    draft.save_revision()

    done = accept(client, answer.url)

    assert done.url == address_of(kites)
    assert "meanwhile another version was saved" in said(client, done)[0]
    assert AcceptedWording.objects.exists()
    assert StandardPage.objects.get(pk=kites.pk).title == "Kites"


def test_reasons_for_sentences_that_a_colleague_has_changed_are_told_and_not_lost(client, kites, publisher, alone):
    asked = send(client, kites, summary="Kites are currently red.", **PUBLISH).url
    form = client.get(asked).context["form"]
    draft = drafted(kites)
    draft.summary = "Kites are currently red and blue."
    draft.save_revision()

    answer = client.post(asked, dict.fromkeys(form.found, "It is a name."))

    told = answer.content.decode()
    assert "The draft has been changed meanwhile" in told
    assert "It is a name." in told
    assert "red and blue" in told
    assert not AcceptedWording.objects.exists()


def test_nobody_publishes_by_it_who_may_not(client, kites, log_in):
    log_in("Editors")
    asked = send(client, kites, summary="Kites are currently red.", **SUBMIT).url

    done = accept(client, asked.replace("then=submit", "then=publish"))

    assert "Nothing was published or submitted" in said(client, done)[0]
    assert StandardPage.objects.get(pk=kites.pk).summary == ""
    log_in("Publishers")
    decision = Decision.objects.create(number=1, decided="2020", wording="As adopted", live=False)
    asked = send(client, decision, wording="The current chair stays.", **SUBMIT).url
    accept(client, asked.replace("then=submit", "then=publish"))
    assert not Decision.objects.get(pk=decision.pk).live


def test_the_form_of_reasons_is_sent_with_a_token(kites, publisher, client, alone):
    asked = send(client, kites, summary="Kites are currently red.", **PUBLISH).url
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(publisher)
    html = BeautifulSoup(strict.get(asked).content, "html.parser")
    fields = {field["name"]: field.get("value") or "A name" for field in html.main.find("form").find_all("input")}

    strict.post(asked, fields)

    assert StandardPage.objects.get(pk=kites.pk).summary == "Kites are currently red."


def test_saving_a_draft_asks_nothing(client, kites, publisher):
    assert "before-publishing" not in send(client, kites, summary="Kites are currently red.").url


def test_the_box_beside_the_form_lists_the_saved_draft(client, kites, publisher):
    send(client, kites, summary="Kites are currently red.")

    told = client.get(reverse("wording:beside"), {"form": address_of(kites)}).content.decode()

    assert "Kites are <mark>currently</mark> red." in told
    assert "Write the date, or leave it out." in told
    assert client.get(reverse("wording:beside"), {"form": "/admin/"}).status_code == 204


def test_the_box_tells_the_reason_of_what_was_let_stand(client, kites, publisher, alone):
    accept(client, send(client, kites, summary="Kites are currently red.", **PUBLISH).url)

    told = words(
        BeautifulSoup(client.get(reverse("wording:beside"), {"form": address_of(kites)}).content, "html.parser")
    )

    assert "1 phrase was let stand, with a reason" in told
    assert "It is the name of a prize." in told
    assert "will not stay true" not in told


def test_what_its_form_would_ask_about_is_not_published_from_a_list_and_nothing_beside_it(client, home, publisher):
    def drafted(slug, text):
        page = StandardPage(title=slug.title(), slug=slug, body=[("text", text)], live=False, locale=home.locale)
        home.refresh_from_db()
        home.add_child(instance=page)
        page.save_revision()
        return page

    said = {
        "stale": ("<p>Kites are currently red.</p>", "It has words that will not stay true"),
        "broken": ('<p><a linktype="page" id="987654">Lost</a></p>', "The link “Lost”"),
    }
    fine = drafted("fine", "<p>Kites.</p>")
    publish_all = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'publish'])}?"
    for slug, (text, why) in said.items():
        page = drafted(slug, text)
        answer = client.post(f"{publish_all}id={page.pk}&id={fine.pk}&next=/admin/", follow=True)
        told = " ".join(str(message) for message in answer.context["messages"])
        assert f"“{slug.title()}” is not published from a list" in told
        assert why in told
    assert not StandardPage.objects.filter(slug__in=["fine", *said], live=True).exists()
    client.post(f"{publish_all}id={fine.pk}&next=/admin/")
    assert StandardPage.objects.get(pk=fine.pk).live


def test_nobody_reads_drafts_through_it_that_they_may_not_edit(client, kites, django_user_model):
    stranger = User.objects.create_user("stranger", "stranger@example.org", "not-a-real-password")
    client.force_login(stranger)

    assert client.get(reverse("wording:beside"), {"form": address_of(kites)}).status_code in (302, 403)


LINKED = '<p><a href="https://example.org/">Six</a> kites.</p>'


@pytest.fixture
def translated(client, home, publisher, alone):
    """Make a Chinese page, the texts of which at some places are translated: `translated("title", "summary")`."""

    def translate(*places):
        fields = {"slug": "kites", "summary": "Five kites.", "body": [("text", LINKED)], "locale": home.locale}
        original = publish(StandardPage(title="Kites", **fields), home)
        chinese = Locale.objects.get(language_code="zh-hans")
        client.post(reverse("wagtail_localize:submit_page_translation", args=[original.pk]), {"locales": [chinese.pk]})
        synchronise(original)
        translation = Translation.objects.get(source__object_id=original.translation_key)
        for segment in translation.source.stringsegment_set.all():
            linked = segment.context.path.startswith("body.")
            if linked or segment.context.path in places:
                words = '<a id="a1">目前</a>有六只风筝。' if linked else "目前有五只风筝。"
                StringTranslation.objects.create(
                    translation_of=segment.string, context=segment.context, locale=chinese, data=words
                )
        return translation.get_target_instance()

    return translate


def test_a_translation_is_asked_about_before_it_is_published(client, translated):
    page = translated("title", "summary")

    answer = client.post(address_of(page), {"action": "publish"})

    assert "before-publishing" in answer.url
    asked = client.get(answer.url).content.decode()
    assert "<mark>目前</mark>有五只风筝。" in asked
    assert "<mark>目前</mark>有六只风筝。" in asked
    assert accept(client, answer.url).url == address_of(page)
    assert StandardPage.objects.get(pk=page.pk).summary == "目前有五只风筝。"


def test_texts_of_a_translation_that_stand_in_english_are_asked_about_first(client, translated):
    page = translated("summary")

    first = client.post(address_of(page), {"action": "publish"})
    assert "Publish with texts in English?" in first.content.decode()

    answer = client.post(address_of(page), {"action": "publish", "known_in_english": "1"})
    accept(client, answer.url)
    assert StandardPage.objects.get(pk=page.pk).summary == "目前有五只风筝。"
