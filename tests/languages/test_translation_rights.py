"""Nobody makes a translation public, or writes what is locked, without the right to it.

Each address of wagtail-localize is named here with what is asked for it; one that is new has to be decided on.
"""

import json
from urllib.parse import quote, unquote

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.wagtail_hooks import register_admin_urls

from phases.models import PhasePage

READS = "reads"
# By the name of the address: READS, or what a user needs to write there.
ASKED_FOR = {
    "javascript_catalog": READS,
    "submit_page_translation": "may edit the original",
    "submit_snippet_translation": "no record is translated",
    "update_translations": "may edit the original, and publish the translation to publish it",
    "edit_string_translation": "may edit, and is not locked out",
    "edit_override": "may edit, and is not locked out",
    "download_pofile": READS,
    "upload_pofile": "may edit, and is not locked out",
    "machine_translate": "may edit, and is not locked out",
    "preview_translation": READS,
    "stop_translation": "may edit, is not locked out, and may publish what is live",
    "convert_to_alias": "may publish, and is not locked out",
    "translations_report": READS,
    "translations_report_results": READS,
    "snippets_api_listing": READS,
    "snippets_api_detail": READS,
}
UNTYPED = "从来没有人批准的话"


@pytest.fixture
def chinese(phase_four):
    """SESEC IV in Chinese, translated and published."""
    return phase_four.get_translation(Locale.objects.get(language_code="zh-hans"))


@pytest.fixture
def lead(client, chinese):
    """Return what the Chinese page says to a visitor: `lead()`."""

    def read():
        client.logout()
        return str(BeautifulSoup(client.get(chinese.url).content, "html.parser").main)

    return read


@pytest.fixture
def translation(chinese):
    """What wagtail-localize keeps of the translation of SESEC IV."""
    return Translation.objects.get(source__object_id=chinese.translation_key)


@pytest.fixture
def summary(translation):
    """The segment of the summary."""
    return StringSegment.objects.get(source=translation.source, context__path="summary")


def address(name, *arguments):
    return reverse(f"wagtail_localize:{name}", args=arguments)


def type_in(client, translation, segment, words=UNTYPED):
    """Type the translation of a sentence into the translator's editor."""
    return put(client, address("edit_string_translation", translation.pk, segment.pk), words)


def put(client, url, value, **sent):
    body = f'--b\r\nContent-Disposition: form-data; name="value"\r\n\r\n{value}\r\n--b--\r\n'
    return client.put(url, body, content_type="multipart/form-data; boundary=b", **sent)


def refused(answer):
    """Tell whether Wagtail led back to the front page of the admin, or said 403."""
    return answer.status_code == 403 or answer.headers.get("Location") == "/admin/"


def test_every_address_of_wagtail_localize_is_decided_on():
    assert {entry.name for entry in register_admin_urls()[0].url_patterns} == set(ASKED_FOR)


def test_an_editor_types_a_translation_and_cannot_publish_it(client, log_in, translation, summary, lead):
    log_in("Editors")
    update = address("update_translations", translation.source_id)

    assert type_in(client, translation, summary).status_code == 200
    assert "publish_translations" not in client.get(update).content.decode()
    assert refused(client.post(update, {"publish_translations": "on"}))
    assert client.post(update, {}).status_code == 302
    assert UNTYPED not in lead()


def test_a_publisher_publishes_it(client, log_in, translation, summary, lead, django_capture_on_commit_callbacks):
    log_in("Publishers")
    type_in(client, translation, summary)

    update = address("update_translations", translation.source_id)
    assert "publish_translations" in client.get(update).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(update, {"publish_translations": "on"})

    assert UNTYPED in lead()


def test_an_editor_cannot_put_a_published_translation_back_to_english(client, log_in, chinese, translation, lead):
    before = lead()
    log_in("Editors")

    assert refused(client.post(address("convert_to_alias", chinese.pk)))
    assert lead() == before
    assert Translation.objects.filter(pk=translation.pk).exists()


def test_what_was_once_typed_is_not_published_by_sending_the_page_for_translation_again(
    client, log_in, chinese, translation, summary, phase_four, lead
):
    log_in("Administrators")
    type_in(client, translation, summary)
    assert client.post(address("convert_to_alias", chinese.pk)).status_code == 302
    before = lead()
    assert phase_four.summary in before

    client.force_login(User.objects.get(username="administrators"))
    submit = client.post(address("submit_page_translation", phase_four.pk), {"locales": [chinese.locale_id]})

    assert submit.status_code == 302
    assert lead() == before
    draft = PhasePage.objects.get(pk=chinese.pk).get_latest_revision_as_object()
    assert draft.summary == UNTYPED


def test_nobody_writes_the_translation_of_a_page_that_somebody_has_locked(
    client, log_in, chinese, translation, summary, lead
):
    before = lead()
    chinese.locked, chinese.locked_by = True, User.objects.create(username="somebody")
    chinese.save()
    log_in("Publishers")

    assert refused(type_in(client, translation, summary))
    assert refused(client.post(address("update_translations", translation.source_id), {"publish_translations": "on"}))
    assert refused(client.post(address("convert_to_alias", chinese.pk)))
    assert refused(client.post(address("upload_pofile", translation.pk)))
    assert refused(client.post(address("machine_translate", translation.pk)))
    assert refused(client.post(address("stop_translation", translation.pk)))
    assert refused(client.post(reverse("wagtailadmin_pages:edit", args=[chinese.pk]), {"action": "publish"}))
    Translation.objects.update(enabled=False)
    restart = {"localize-restart-translation": "1"}
    assert refused(client.post(reverse("wagtailadmin_pages:edit", args=[chinese.pk]), restart))
    assert not StringTranslation.objects.filter(data=UNTYPED).exists()
    assert lead() == before


@pytest.mark.parametrize("script", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"])
def test_no_link_of_a_translation_runs_a_script(client, log_in, phase_four, script):
    phase_four.objectives = '<p>See <a href="https://example.org/">there</a>.</p>'
    phase_four.save_revision().publish()
    source, _new = TranslationSource.update_or_create_from_instance(phase_four)
    translation = source.translations.get()
    link = OverridableSegment.objects.get(source=source, data_json=json.dumps("https://example.org/"))
    log_in("Editors")
    override = address("edit_override", translation.pk, link.pk)

    assert put(client, override, script).status_code == 400
    assert not SegmentOverride.objects.exists()
    assert put(client, override, "https://example.com/zh/").status_code == 201
    assert client.delete(override).status_code == 200


@pytest.mark.parametrize(("group", "told"), [("Editors", True), ("Publishers", False)])
def test_who_may_not_publish_is_told_who_does(client, log_in, chinese, group, told):
    log_in(group)

    desk = client.get(reverse("wagtailadmin_pages:edit", args=[chinese.pk])).content.decode()

    assert ("A Publisher publishes it: ask one." in desk) is told


def test_the_translation_of_a_live_page_goes_on_until_who_may_publish_it_stops_it(client, log_in, translation, chinese):
    stop = address("stop_translation", translation.pk)
    log_in("Editors")
    assert refused(client.post(stop))
    translation.refresh_from_db()
    assert translation.enabled

    type(chinese).objects.filter(pk=chinese.pk).update(live=False)
    client.post(stop)
    translation.refresh_from_db()
    assert not translation.enabled


def test_who_types_for_english_that_has_changed_meanwhile_is_told_its_words(
    client, log_in, phase_four, translation, summary
):
    log_in("Editors")
    phase_four.summary = "Other words"
    phase_four.save_revision().publish()

    answer = type_in(client, translation, summary, "译文一。")

    assert answer.status_code == 200
    assert answer.json()["data"] == "译文一。"
    assert answer.json()["error"].startswith("Not saved: the English has changed meanwhile.")
    assert not StringTranslation.objects.filter(data="译文一。").exists()


def test_who_saves_a_text_later_does_not_replace_a_colleagues_unseen(client, log_in, translation, summary):
    def save(words, known):
        where = address("edit_string_translation", translation.pk, summary.pk)
        return put(client, where, words, headers={"X-Known-Text": quote(known)})

    log_in("Publishers")
    assert not type_in(client, translation, summary, "译文一。").json()["error"]
    log_in("Editors")
    refused = save("译文二。", "")

    assert refused.json()["data"] == "译文二。"
    assert "“译文一。”" in refused.json()["error"]
    assert unquote(refused.headers["X-Known-Text"]) == "译文一。"
    assert not StringTranslation.objects.filter(data="译文二。").exists()
    assert not save("译文二。", "译文一。").json()["error"]
    assert StringTranslation.objects.filter(data="译文二。").exists()


def test_who_may_publish_finds_on_the_desk_what_was_translated_until_it_is_published(
    client, log_in, translation, summary
):
    def is_listed():
        return "Translations to publish" in client.get("/admin/desk/?about=translated").content.decode()

    publisher = log_in("Publishers")
    assert not is_listed()
    log_in("Editors")
    type_in(client, translation, summary)
    assert not is_listed()
    client.force_login(publisher)
    assert is_listed()

    translation.save_target(user=publisher, publish=True)

    assert not is_listed()
