"""What happens to an English page happens to its Chinese page: taken down, published, moved, named, deleted."""

import random

import pytest
from bs4 import BeautifulSoup
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.synctree import create_aliases_for_new_page

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.languages.pages import is_fallback
from tests.reading import main_of


@pytest.fixture
def write(home):
    """Publish a page in English, which stands in the Chinese tree too: `write("a", home)`."""

    def written(slug, parent, **fields):
        page = publish(StandardPage(title=slug.title(), slug=slug, locale=home.locale, **fields), parent)
        create_aliases_for_new_page(page)
        return page

    return written


def chinese(page):
    return StandardPage.objects.get(translation_key=page.translation_key, locale__language_code="zh-hans")


def begin_translation(page):
    source, _ = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.get_or_create(source=source, target_locale=Locale.objects.get(language_code="zh-hans"))[
        0
    ]


def translate(page, words="译文"):
    """Translate every text of a page, and publish it in Chinese."""
    translation = begin_translation(page)
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": f"{words} {segment.string.data}", "translation_type": "manual"},
        )
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    return translation


@pytest.fixture(params=["stand-in", "sent", "translated"])
def text(request, home, write):
    """A page whose Chinese page stands in, has been sent for translation, or is translated."""
    page = write("a-page", home, summary="Some words")
    if request.param == "sent":
        begin_translation(page).save_target(publish=False)
    if request.param == "translated":
        translate(page)
    return StandardPage.objects.get(pk=page.pk)


def test_it_is_taken_down_and_published_again_with_its_original(client, text):
    before = main_of(client, "/zh-hans/a-page/")
    text.unpublish()
    assert client.get("/zh-hans/a-page/").status_code == 404

    text.save_revision().publish()

    assert main_of(client, "/zh-hans/a-page/") == before
    assert is_fallback(chinese(text)) == ("译文" not in before)


def test_what_was_taken_down_in_chinese_alone_stays_so(client, home, write):
    page = write("a-page", home)
    translate(page)
    chinese(page).unpublish()

    page.save_revision().publish()
    assert client.get("/zh-hans/a-page/").status_code == 404


def test_a_draft_of_the_translation_stays_a_draft(client, home, write):
    page = write("a-page", home)
    translate(page)
    drafted = chinese(page)
    drafted.title = "草稿"
    drafted.save_revision()

    page.unpublish()
    page.save_revision().publish()

    assert "译文" in main_of(client, "/zh-hans/a-page/")
    assert "草稿" not in main_of(client, "/zh-hans/a-page/")
    assert chinese(page).has_unpublished_changes


def test_it_moves_and_is_named_with_its_original(client, home, text, write):
    above = write("above", home)
    Page.objects.get(pk=text.pk).move(Page.objects.get(pk=above.pk), pos="last-child")
    assert client.get("/zh-hans/above/a-page/").status_code == 200
    assert client.get("/zh-hans/a-page/").status_code != 200

    page = StandardPage.objects.get(pk=text.pk)
    page.slug = "renamed"
    page.save_revision().publish()
    assert client.get("/zh-hans/above/renamed/").status_code == 200


def test_a_translation_published_later_has_the_address_of_its_original(client, home, write):
    page = write("a-page", home, summary="Some words")
    translate(page)
    drafted = chinese(page).save_revision()
    page.slug = "renamed"
    page.save_revision().publish()

    drafted.publish()
    assert client.get("/zh-hans/renamed/").status_code == 200


def test_what_stands_in_while_it_is_translated_shows_what_the_original_says_now(client, home, write):
    page = write("a-page", home, summary="Some words")
    begin_translation(page).save_target(publish=False)
    page.summary = "Other words"
    page.save_revision().publish()

    assert "Other words" in main_of(client, "/zh-hans/a-page/")
    assert is_fallback(chinese(page))


def notice(client, address):
    html = BeautifulSoup(client.get(address).content, "html.parser")
    return " ".join(each.get_text(" ", strip=True) for each in html.select("main .notice"))


def text_of(html):
    return [{"type": "text", "id": "0e5c0f2a-6f6f-4f37-9b5c-4ad3c9b9a5f1", "value": html}]


def test_a_translation_behind_its_original_says_so_until_it_is_done(client, home, write, on_day):
    with on_day(2026, 1, 5):
        page = write("a-page", home, summary="Some words", body=text_of("<p>First.</p>"))
        translation = translate(page)
        assert notice(client, "/zh-hans/a-page/") == ""
    with on_day(2026, 2, 6):
        page = StandardPage.objects.get(pk=page.pk)
        page.body = text_of("<p>First.</p><p>Second.</p>")
        page.save_revision().publish()
    with on_day(2026, 3, 7):
        assert "英文页面已于2026年2月6日更改；本译文的日期为2026年1月5日。" in notice(client, "/zh-hans/a-page/")
        assert notice(client, "/en/a-page/") == ""
        assert translation.get_progress() == (4, 3)
        page.save_revision().publish()
        assert "2026年2月6日" in notice(client, "/zh-hans/a-page/")
        translate(page)
        assert notice(client, "/zh-hans/a-page/") == ""


def test_one_that_was_published_in_parts_says_that_and_not_that_the_original_was_changed(client, home, write):
    page = write("a-page", home, summary="Some words", body=text_of("<p>First.</p>"))
    translation = begin_translation(page)
    text = translation.source.stringsegment_set.first()
    StringTranslation.objects.create(
        translation_of=text.string, context=text.context, locale=translation.target_locale, data="新"
    )
    translation.save_target(publish=True)

    said = notice(client, "/zh-hans/a-page/")

    assert "本页部分内容尚未译成中文，以英文显示。" in said
    assert "已于" not in said


def test_a_fact_that_has_no_words_makes_no_translation_late(client, home, write):
    page = write("a-page", home, summary="Some words")
    translate(page)
    page = StandardPage.objects.get(pk=page.pk)
    page.reviewed_on = "2026-01-01"
    page.save_revision().publish()

    assert notice(client, "/zh-hans/a-page/") == ""


def test_nothing_is_published_as_chinese_with_no_word_translated(client, home, write, log_in):
    page = write("a-page", home, summary="Some words")
    translation = begin_translation(page)
    translation.save_target(publish=False)
    log_in("Publishers")
    edit = reverse("wagtailadmin_pages:edit", args=[chinese(page).pk])

    answer = client.post(edit, {"action": "publish"}, headers={"referer": f"http://testserver{edit}"}, follow=True)

    assert "has been translated yet" in answer.content.decode()
    assert is_fallback(chinese(page))
    alias = write("another", home)
    convert = reverse("wagtailadmin_pages:convert_alias", args=[chinese(alias).pk])
    assert "stands in for the English one" in client.post(convert, follow=True).content.decode()
    assert chinese(alias).alias_of_id == alias.pk


def tree(language):
    """Return what readers can open in a language: the addresses without their first part."""
    live = StandardPage.objects.filter(locale__language_code=language).live()
    return {page.url.removeprefix(f"/{language}/") for page in live if page.url}


class Walk:
    """Whatever editors do with some pages, one thing after the other, by chance."""

    ACTS = (
        "write",
        "translate",
        "send",
        "unpublish",
        "publish",
        "move",
        "rename",
        "delete",
        "draft",
        "draft_in_chinese",
    )

    def __init__(self, home, write, seed):
        self.home, self.new = home, write
        self.chance = random.Random(seed)  # noqa: S311  for a test
        self.done = []
        self.pages = [write(f"page-{number}", home).pk for number in range(3)]

    def step(self):
        self.living = list(StandardPage.objects.filter(pk__in=self.pages).order_by("pk"))
        page, act = self.chance.choice(self.living), self.chance.choice(self.ACTS)
        self.done.append((act, page.slug))
        getattr(self, act)(page)

    def write(self, page):
        self.pages.append(self.new(f"page-{len(self.done) + 10}", page).pk)

    def translate(self, page):
        translate(page)

    def send(self, page):
        if page.live and is_fallback(chinese(page)):
            begin_translation(page).save_target(publish=False)

    def unpublish(self, page):
        page.unpublish()

    def publish(self, page):
        page.save_revision().publish()

    def move(self, page):
        others = [each.pk for each in self.living if not each.is_descendant_of(page) and each.pk != page.pk]
        place = Page.objects.get(pk=self.chance.choice([self.home.pk, *others]))
        if not place.get_children().filter(slug=page.slug).exists():
            Page.objects.get(pk=page.pk).move(place, pos="last-child")

    def rename(self, page):
        page.slug = f"renamed-{len(self.done)}"
        page.save_revision().publish()

    def delete(self, page):
        if len(self.living) > 3:
            for same in Page.objects.filter(translation_key=page.translation_key).order_by("locale"):
                same.delete()

    def draft(self, page):
        page.title = f"Draft {len(self.done)}"
        page.save_revision()

    def draft_in_chinese(self, page):
        if not chinese(page).alias_of_id:
            chinese(page).save_revision()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_both_trees_have_the_same_pages(home, write, seed):
    walk = Walk(home, write, seed)
    for _ in range(25):
        walk.step()
        assert tree("en") == tree("zh-hans"), walk.done
    assert Page.find_problems() == ([], [], [], [], [])
