"""A translator does a whole page in one form, or in a PO file; what is refused is said at its row, nothing lost."""

import polib
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation

NEW = "一句新的话"


@pytest.fixture
def chinese(phase_four):
    """SESEC IV in Chinese."""
    return phase_four.get_translation(Locale.objects.get(language_code="zh-hans"))


@pytest.fixture
def translation(chinese):
    """What wagtail-localize keeps of it."""
    return Translation.objects.get(source__object_id=chinese.translation_key)


@pytest.fixture
def desk(client, log_in, translation):
    """The form of a Translator, as an editor opens it: `desk.open()`, `desk.send(…)`, `desk.upload(…)`."""
    log_in("Publishers")
    return Desk(client, translation)


class Desk:
    """All texts of one page."""

    def __init__(self, client, translation):
        self.client, self.translation = client, translation
        self.url = reverse("all_texts", args=[translation.pk])
        self.read(client.get(self.url))

    def read(self, answer):
        """Keep what the page says and what its form would send."""
        self.page = BeautifulSoup(answer.content, "html.parser")
        self.rows = {row.select_one("[id$=-source]").text.strip(): row for row in self.page.select("[data-text]")}
        fields = self.page.select("[data-text] textarea")
        self.values = {field["name"]: field.text.removeprefix("\n").rstrip() for field in fields}
        self.values |= {field["name"]: field["value"] for field in self.page.select("[data-text] input[type=hidden]")}
        return self

    def name(self, source):
        """Return the name of the field below a text."""
        return self.rows[source].textarea["name"]

    def send(self, **changed):
        """Send the form as it stands, but for these fields."""
        return self.read(self.client.post(self.url, {**self.values, **changed}, follow=True))

    def upload(self, text):
        """Upload a file."""
        url = reverse("wagtail_localize:upload_pofile", args=[self.translation.pk])
        file = SimpleUploadedFile("translation.po", text.encode())
        return self.read(self.client.post(url, {"file": file}, follow=True))

    def download(self):
        """Download the file."""
        url = reverse("wagtail_localize:download_pofile", args=[self.translation.pk])
        return polib.pofile(self.client.get(url).content.decode())

    @property
    def said(self):
        """All that the page says."""
        return " ".join(self.page.text.split())


@pytest.fixture
def texts(translation):
    """The first two texts in English."""
    segments = translation.source.stringsegment_set.order_by("order")
    return [segment.string.data for segment in segments[:3]][1:]


def words(translation, source):
    """Return a translated text as it is kept now; None where there is none."""
    segment = translation.source.stringsegment_set.filter(string__data=source).first()
    found = segment.string.translations.filter(context=segment.context).first()
    return found and found.data


def test_two_texts_are_translated_at_once_and_one_is_put_back_to_english(desk, translation, texts):
    first, second = texts
    desk.send(**{desk.name(first): NEW, desk.name(second): ""})

    assert "2 texts were saved." in desk.said
    assert "1 of 10 texts stands in English" in desk.said
    assert (words(translation, first), words(translation, second)) == (NEW, None)


def test_a_text_that_is_refused_says_so_in_its_row_and_all_that_was_typed_stays(desk, translation, texts):
    first, second = texts
    before = words(translation, second)
    desk.send(**{desk.name(first): "<script>x</script>", desk.name(second): NEW})

    assert "<script> tag is not allowed" in desk.rows[first].select_one(".error-message").text
    assert not desk.rows[second].select(".error-message")
    assert desk.values[desk.name(second)] == NEW
    assert words(translation, second) == before

    desk.send(**{desk.name(first): "别的"})
    assert (words(translation, first), words(translation, second)) == ("别的", NEW)


def test_what_somebody_else_has_written_meanwhile_is_not_overwritten_unseen(desk, translation, texts):
    first, second = texts
    segment = translation.source.stringsegment_set.get(string__data=first)
    segment.string.translations.update(data="别人的话")
    desk.send(**{desk.name(second): NEW})
    assert (words(translation, first), words(translation, second)) == ("别人的话", NEW)

    segment.string.translations.update(data="又一句话")
    desk.send(**{desk.name(first): NEW})
    assert "has meanwhile written “又一句话”" in desk.rows[first].text
    assert words(translation, first) == "又一句话"
    desk.send()
    assert words(translation, first) == NEW


def test_what_was_typed_for_english_that_has_changed_meanwhile_is_told_and_the_rest_is_kept(desk, translation, texts):
    first, second = texts
    page = translation.source.get_source_instance()
    field = next(name for name in ("summary", "objectives") if first in str(getattr(page, name, "")))
    setattr(page, field, "Other words")
    page.save_revision().publish()
    desk.send(**{desk.name(first): "译文甲。", desk.name(second): NEW})

    assert "Nothing has been saved yet" in desk.said
    assert "What you typed for its former words has no place: “译文甲。”." in desk.said
    assert desk.values[desk.name(second)] == NEW

    desk.send()
    assert words(translation, second) == NEW
    assert "译文甲" not in desk.said


def test_a_po_file_goes_out_and_comes_back(desk, translation, texts):
    file = desk.download()
    next(entry for entry in file if entry.msgid == texts[0]).msgstr = NEW
    file.append(polib.POEntry(msgctxt="body", msgid="Long gone", msgstr="早没了"))
    desk.upload(str(file))

    assert "1 text was saved." in desk.said
    assert "so they were left out: “Long gone”" in desk.said
    assert words(translation, texts[0]) == NEW


def test_a_row_of_a_po_file_that_is_refused_is_shown_with_its_reason(desk, translation, texts):
    file = desk.download()
    first, second = (next(entry for entry in file if entry.msgid == text) for text in texts)
    first.msgstr, second.msgstr = '<a id="a77">别处</a>', NEW
    desk.upload(str(file))

    assert "Unrecognised id" in desk.rows[texts[0]].text
    assert desk.values[desk.name(texts[1])] == NEW
    assert words(translation, texts[1]) != NEW


@pytest.mark.parametrize(("file", "reason"), [("no such thing", "This is no PO file"), ("", "This is no PO file")])
def test_another_file_is_refused_with_a_sentence(desk, file, reason):
    assert reason in desk.upload(file).said


def test_the_file_of_another_page_is_refused(desk):
    file = desk.download()
    file.metadata["X-WagtailLocalize-TranslationID"] = "another"

    assert "was downloaded from another page" in desk.upload(str(file)).said


def test_a_page_locked_meanwhile_keeps_what_was_typed_on_the_screen(desk, chinese, translation, texts):
    type(chinese).objects.filter(pk=chinese.pk).update(locked=True, locked_by=None)
    desk.send(**{desk.name(texts[0]): NEW})

    assert "Somebody has locked this page" in desk.said
    assert desk.values[desk.name(texts[0])] == NEW
    assert words(translation, texts[0]) != NEW


def test_who_may_not_edit_the_page_sees_no_texts(client, django_user_model, translation):
    client.force_login(django_user_model.objects.create_user("somebody", "s@example.org", "not-a-real-password"))

    assert client.get(reverse("all_texts", args=[translation.pk])).status_code != 200


def test_the_editor_says_before_publishing_how_many_texts_stand_in_english(desk, client, chinese, translation, texts):
    desk.send(**{desk.name(texts[0]): ""})
    edit = reverse("wagtailadmin_pages:edit", args=[chinese.pk])
    before = client.get(chinese.url).content

    assert "1 of 10 texts stands in English." in desk.read(client.get(edit)).said
    asked = BeautifulSoup(client.post(edit, {"action": "publish"}).content, "html.parser")
    assert texts[0] in asked.main.text
    assert client.get(chinese.url).content == before

    form = asked.main.form
    client.post(edit, {field["name"]: field["value"] for field in form.select("input")})
    assert client.get(chinese.url).content != before


def test_who_brings_a_translation_up_to_date_reads_it_too(desk, client, translation, texts):
    desk.send(**{desk.name(texts[0]): ""})
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])

    assert "1 text has no translation yet and would be published in English." in client.get(update).content.decode()
