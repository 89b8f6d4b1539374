"""A table in a body: its cells say what was typed, it is translated, compared, found and bounded."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.admin.compare import StreamFieldComparison
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from sesec_portal.core.table_blocks import TableBlock
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish

LINKED = '<p>See <a href="https://example.org/one">number one</a><br/>and <b>no more</b></p>'


def table(*rows, headings=("Number", "Says")):
    """Return a table of these rows as JSON has it."""
    columns = [{"type": "cell", "heading": heading} for heading in headings]
    grid = {"columns": columns, "rows": [{"values": list(row)} for row in rows], "caption": ""}
    return {"caption": "Made-up numbers", "table": grid}


def body(*rows):
    return json.dumps([{"type": "table", "id": "t1", "value": table(*rows)}])


ROWS = ("<p>GB/T 1234-2024</p>", LINKED), ("<p>0012</p>", "<p>1.10</p>")


@pytest.fixture
def page(home):
    return publish(StandardPage(title="Tables", slug="tables", locale=home.locale, body=body(*ROWS)), home)


def refused(value):
    block = TableBlock()
    with pytest.raises(ValidationError) as refusal:
        block.clean(block.to_python(value))
    [sentence] = refusal.value.block_errors["table"].non_block_errors.as_data()
    return " ".join(sentence.messages)


def test_it_says_what_was_typed_with_headings_of_columns_and_rows(client, page):
    shown = BeautifulSoup(client.get("/en/tables/").content, "html.parser").select_one("table.data")
    assert shown.caption.text == "Made-up numbers"
    assert [heading.text for heading in shown.select("thead th[scope=col]")] == ["Number", "Says"]
    assert [heading.text for heading in shown.select("tbody th[scope=row]")] == ["GB/T 1234-2024", "0012"]
    assert shown.select("td")[1].text == "1.10"
    assert shown.select_one("td a")["href"] == "https://example.org/one"
    assert shown.select_one("td")["data-label"] == "Says"


def test_a_wide_one_is_a_region_with_a_name_that_a_keyboard_reaches(client, home):
    wide = [f"<p>{place}</p>" for place in range(5)]
    blocks = json.dumps([{"type": "table", "id": "t1", "value": table(wide, headings=wide)}])
    publish(StandardPage(title="Wide", slug="wide", locale=home.locale, body=blocks), home)
    page = BeautifulSoup(client.get("/en/wide/").content, "html.parser")
    region = page.select_one("[role=region]:has(> table)")
    assert (region["aria-label"], region["tabindex"]) == ("Made-up numbers", "0")


def test_a_table_too_large_or_without_a_heading_is_refused():
    assert "200" in refused(table(*[("<p>1</p>", "<p>2</p>")] * 201))
    wide = [f"<p>{place}</p>" for place in range(11)]
    assert "10" in refused(table(wide, headings=wide))
    assert "column 2" in refused(table(*ROWS, headings=("Number", " ")))
    assert "one row" in refused(table())


def test_one_of_200_rows_and_10_columns_is_taken():
    block = TableBlock()
    wide = [f"<p>{place}</p>" for place in range(10)]
    assert block.clean(block.to_python(table(*[wide] * 200, headings=wide)))


def test_versions_of_a_page_whose_table_is_unchanged_show_no_change_of_it(page):
    again, other = (StandardPage(body=body(*rows)) for rows in (ROWS, (*ROWS, ("<p>3</p>", "<p>new</p>"))))
    field = StandardPage._meta.get_field("body")
    assert not StreamFieldComparison(field, page, again).has_changed()
    changed = StreamFieldComparison(field, page, other)
    assert changed.has_changed()
    assert '<span class="addition">' in changed.htmldiff()


def test_its_words_are_among_those_that_are_found(page):
    found = " ".join(page.shown_text())
    for words in ("Made-up numbers", "Says", "GB/T 1234-2024", "number one"):
        assert words in found


def test_a_translated_table_keeps_its_links_and_follows_rows_that_move(client, page):
    chinese = Locale.objects.get(language_code="zh-hans")
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=chinese)
    segments = StringSegment.objects.filter(source=source, context__path__startswith="body.")
    for segment in segments.select_related("string", "context"):
        words = segment.string.data.replace("number one", "第一号").replace("Says", "内容").replace("Number", "编号")
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=chinese, data=words
        )
    page.body = body(ROWS[1], ROWS[0])
    page.save_revision().publish()
    source.update_from_db()
    translation.save_target(publish=True)
    shown = BeautifulSoup(client.get("/zh-hans/tables/").content, "html.parser").select_one("table.data")
    assert [heading.text for heading in shown.select("thead th")] == ["编号", "内容"]
    link = shown.select("td")[1].a
    assert (link.text, link["href"]) == ("第一号", "https://example.org/one")


def test_a_translator_finds_each_text_once_with_the_name_of_the_block(client, log_in, page):
    source, _ = TranslationSource.update_or_create_from_instance(page)
    chinese = Locale.objects.get(language_code="zh-hans")
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=chinese)
    translation.save_target(publish=False)
    log_in("Publishers")
    answer = client.get(reverse("all_texts", args=[translation.pk]))
    shown = BeautifulSoup(answer.content, "html.parser")
    texts = [row.select_one("[id$=-source]").text.strip() for row in shown.select("[data-text]")]
    assert texts.count("GB/T 1234-2024") == 1
    assert "Table: Rows and columns" in shown.text
