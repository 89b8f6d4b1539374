"""A draft is read under its link without an account: that version, for that long, and nothing beside it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction, Revision
from wagtail_localize.synctree import create_aliases_for_new_page

from partners.models import Person
from sesec_portal.draft_links.models import DraftLink
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.models import PortalDocument
from sesec_portal.sources.models import Source
from tests.reading import main_of, words

pytestmark = pytest.mark.usefixtures("editor")


def test_a_partner_reads_the_draft_and_is_told_what_it_is(show, text, partner, on_day):
    with on_day(2026, 11, 30):
        text.save_revision()
        address = show(text)
        answer = partner.get(address)
        page = BeautifulSoup(answer.content, "html.parser")

    assert answer.status_code == 200
    assert "As drafted" in words(page.main)
    assert "As published" not in answer.content.decode()
    band = words(page.select_one("aside.notice"))
    assert "Draft, not published" in band
    assert "the version of 30 November 2026, 12:00 (Brussels)" in band
    assert "works until 7 December 2026, 12:00 Brussels time (19:00 Beijing time)" in band
    assert "Ada Example is showing it to you." in band


def test_what_is_changed_later_is_not_shown(show, text, partner):
    address = show(text)
    text.summary = "As changed later"
    text.save_revision()

    assert "As drafted" in main_of(partner, address)


def test_nor_is_what_is_saved_in_the_place_of_the_same_version(show, text, partner):
    address = show(text)
    text.summary = "As typed on"
    text.save_revision(overwrite_revision=text.latest_revision)

    assert Revision.objects.for_instance(text).count() == 3
    assert "As drafted" in main_of(partner, address)


def test_what_is_struck_out_of_the_version_is_gone_from_the_link(show, text, partner):
    address = show(text)
    version = text.latest_revision
    version.content["summary"] = "Struck out"
    version.save()

    assert "Struck out" in main_of(partner, address)


def test_nobody_keeps_it_finds_it_or_learns_its_address_from_it(show, text, partner):
    answer = partner.get(show(text))
    page = BeautifulSoup(answer.content, "html.parser")

    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex, nofollow"
    assert not page.select("link[rel=canonical], meta[property^='og:'], script[type='application/ld+json']")
    assert not answer.cookies


def test_who_is_logged_in_sees_what_a_partner_sees(show, text, client, partner):
    address = show(text)
    assert client.get(address).content == partner.get(address).content


def test_an_unknown_an_ended_and_a_revoked_link_say_the_same(show, text, partner):
    unknown = partner.get("/draft/" + "x" * 43 + "/")
    ended, revoked = show(text), show(text)
    last, first = DraftLink.objects.all()
    DraftLink.objects.filter(pk=last.pk).update(revoked_at=timezone.now())
    DraftLink.objects.filter(pk=first.pk).update(
        created_at=timezone.now() - timedelta(days=8), ends_at=timezone.now() - timedelta(days=1)
    )
    answers = [partner.get(ended), partner.get(revoked)]

    assert unknown.status_code == 404
    assert [answer.status_code for answer in answers] == [410, 410]
    said = {words(BeautifulSoup(answer.content, "html.parser").main) for answer in [unknown, *answers]}
    assert len(said) == 1
    assert "There is no draft to read at this address" in said.pop()
    assert {answer["Cache-Control"] for answer in [unknown, *answers]} == {"private, no-store"}


def test_views_are_counted_but_not_those_of_programs(show, text, partner):
    address = show(text)
    partner.get(address)
    partner.get(address)
    partner.head(address)
    Client(headers={"user-agent": "Slackbot-LinkExpanding 1.0"}).get(address)
    Client(headers={"user-agent": "facebookexternalhit/1.1"}).get(address)

    link = DraftLink.objects.get()
    assert link.views == 2
    assert link.last_viewed_at


def test_the_portal_keeps_no_address(show, text):
    token = show(text).split("/")[2]

    assert token not in str(DraftLink.objects.values().get())


def test_a_chinese_draft_is_shown_in_chinese(show, text, partner):
    create_aliases_for_new_page(text)
    chinese = StandardPage.objects.get(slug="a-text", locale=Locale.objects.get(language_code="zh-hans"))
    chinese.alias_of = None
    chinese.title, chinese.summary = "一篇文字", "草稿内容"
    chinese.save()
    chinese.save_revision()
    answer = partner.get(show(chinese), headers={"accept-language": "en"})
    page = BeautifulSoup(answer.content, "html.parser")

    assert page.html["lang"] == answer["Content-Language"] == "zh-hans"
    assert "草稿内容" in words(page.main)
    assert "尚未译成中文" not in words(page.main)
    assert "草稿，尚未发布" in words(page.select_one("aside.notice"))
    assert "发送意见" in words(page.main)


def test_nothing_of_a_private_document_or_a_draft_beside_it_is_shown(show, home, partner):
    hidden = Collection.get_first_root_node().add_child(name="For members")
    CollectionViewRestriction.objects.create(collection=hidden, restriction_type="login")
    document = PortalDocument.objects.create(
        title="Minutes for members", file=ContentFile(b"words", name="a.txt"), file_size=5, collection=hidden
    )
    secret = Source.objects.create(title="A letter in confidence", live=False)
    page = publish(StandardPage(title="Text", slug="text", locale=home.locale), home)
    page.body = page.body.stream_block.to_python(
        [
            {"type": "download", "value": {"document": document.pk}},
            {"type": "quote", "value": {"text": "<p>Said there</p>", "cited": secret.pk}},
        ]
    )
    page.save_revision(clean=False)
    html = partner.get(show(page)).content.decode()

    assert "Said there" in html
    assert "A source that is not published." in html
    assert "Minutes for members" not in html
    assert "A letter in confidence" not in html


def test_a_person_whose_entry_is_a_draft_is_not_named(show, phase_four, partner):
    somebody = Person.objects.create(name="Somebody Secret", live=False)
    draft = phase_four.get_latest_revision_as_object()
    draft.team.add(draft.team.model(person=somebody, office="expert"))
    draft.save_revision(clean=False)

    html = partner.get(show(phase_four)).content.decode()
    assert "Draft, not published" in html
    assert "Somebody Secret" not in html


def test_a_page_that_becomes_private_is_no_longer_shown(show, text, partner):
    address = show(text)
    PageViewRestriction.objects.create(page=text, restriction_type="login")

    assert partner.get(address).status_code == 410
