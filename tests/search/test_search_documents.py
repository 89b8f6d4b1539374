"""Documents are found by their title at once, and by the text of a PDF once it has been read."""

import pytest
from django.core.files.base import ContentFile
from django.test import TestCase
from wagtail.models import Collection, CollectionViewRestriction

from sesec_portal.media import pdf_text
from sesec_portal.media.models import PortalDocument
from sesec_portal.search.models import SearchEntry
from tests.pdfs import pdf_file, readable_pdf
from tests.search.searching import addresses, counts, search


@pytest.fixture
def upload(db, settings, tmp_path):
    """Upload a document as the admin does, and do what is then done in the background."""
    settings.MEDIA_ROOT = tmp_path

    def make(title, content, name="minutes.pdf", **fields):
        with TestCase.captureOnCommitCallbacks(execute=True):
            document = PortalDocument(title=title, file=ContentFile(content, name=name), **fields)
            document._set_document_file_metadata()
            document.save()
        return document

    return make


def test_a_pdf_is_found_by_its_text_with_an_extract_its_size_and_its_year(client, upload, on_day):
    with on_day(2024, 5, 14):
        document = upload("Minutes", readable_pdf())

    html = search(client, "glockenspiels", type="document", year="2024")
    assert addresses(html) == [document.url]
    result = html.select_one("ol.results li")
    assert result.select_one(".results__extract").get_text() == "The glockenspiel rings at noon."
    assert result.select_one("mark").get_text() == "glockenspiel"
    assert "Document · PDF," in result.get_text()
    assert counts(html, "type") == {"document": 1}


def test_a_document_in_chinese_is_offered_to_readers_of_english(client, upload):
    upload("木琴会议纪要", b"text", name="notes.txt", language="zh-hans")

    assert addresses(search(client, "会议纪要", "zh-hans"))
    assert search(client, "木琴").select_one(".elsewhere a")["lang"] == "zh-hans"


@pytest.mark.parametrize("content", [b"%PDF-1.7 and no more", b"", pdf_file(password="secret")])
def test_a_broken_or_locked_pdf_is_found_by_its_title_and_logged(client, upload, caplog, content):
    upload("Marimba minutes", content)

    assert len(addresses(search(client, "marimba"))) == 1
    assert "“Marimba minutes”, is found by its title only" in caplog.text


def test_a_pdf_that_takes_too_long_is_given_up(client, upload, caplog, monkeypatch):
    monkeypatch.setattr(pdf_text, "SECONDS", 0.01)
    upload("Marimba minutes", readable_pdf())

    assert "longer than" in caplog.text


def test_a_title_may_change_without_the_file_being_read_again_and_a_new_file_loses_the_old_text(client, upload):
    document = upload("Minutes", readable_pdf())

    document.title = "Marimba"
    document.save()
    assert addresses(search(client, "marimba glockenspiel"))

    document.file = ContentFile(b"other", name="other.pdf")
    document._set_document_file_metadata()
    document.save()
    assert not addresses(search(client, "glockenspiel"))


def test_a_document_in_a_private_collection_or_below_one_tells_nothing(client, upload):
    above = Collection.get_first_root_node().add_child(name="Internal")
    below = above.add_child(name="Drafts")
    document = upload("Marimba", readable_pdf(), collection=below)
    assert addresses(search(client, "glockenspiel")) == [document.url]

    CollectionViewRestriction.objects.create(collection=above, restriction_type="login")
    assert client.get(document.url).status_code == 302
    for words in ("marimba", "glockenspiel", "glockenspeil"):
        html = search(client, words)
        assert not html.select(".results a, .search__suggestion")
    assert "document" not in counts(search(client), "type")


def test_a_document_that_is_deleted_is_found_no_more(client, upload):
    upload("Marimba", b"text", name="notes.txt").delete()

    assert not addresses(search(client, "marimba"))
    assert not SearchEntry.objects.filter(kind="document").exists()
