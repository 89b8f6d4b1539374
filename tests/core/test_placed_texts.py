"""A remark on a text names the place where it stands, in the words of the form."""

import json

import pytest
from django.utils import translation

from sesec_portal.core.placed_texts import texts_of
from sesec_portal.home.models import StandardPage
from standards.models import BodyName, BodyPage

pytestmark = pytest.mark.django_db

NOTE = {"type": "note", "id": "n1", "value": {"heading": "Beware", "text": "<p>Of the <b>kite</b></p>"}}
TABLE = {
    "type": "table",
    "id": "t1",
    "value": {
        "caption": "Kites",
        "table": {
            "columns": [{"type": "cell", "heading": "Kind"}, {"type": "cell", "heading": "Tail"}],
            "rows": [{"values": ["<p>Box</p>", ""]}],
            "caption": "",
        },
    },
}
TERMS = {
    "type": "definitions",
    "id": "d1",
    "value": {"entries": [{"type": "item", "id": "e1", "value": {"term": "Kite", "meaning": "A toy"}}]},
}


def placed(thing):
    return {text.path: (text.place, text.text) for text in texts_of(thing)}


def test_each_text_of_a_page_has_its_place_and_what_is_chosen_has_none():
    page = StandardPage(title="Kites", slug="kites", path="00010001", body=json.dumps([NOTE, TABLE, TERMS]))
    assert placed(page) == {
        "title": ("Title", "Kites"),
        "body.n1.heading": ("Text 1: Note, Heading", "Beware"),
        "body.n1.text": ("Text 1: Note, Text", "<p>Of the <b>kite</b></p>"),
        "body.t1.caption": ("Text 2: Table, What the table shows", "Kites"),
        "body.t1.table.columns.1": ("Text 2: Table, Rows and columns, column 1", "Kind"),
        "body.t1.table.columns.2": ("Text 2: Table, Rows and columns, column 2", "Tail"),
        "body.t1.table.rows.1.1": ("Text 2: Table, Rows and columns, row 1, column 1", "<p>Box</p>"),
        "body.d1.entries.e1.term": ("Text 3: Terms and meanings, Terms, 1, Term", "Kite"),
        "body.d1.entries.e1.meaning": ("Text 3: Terms and meanings, Terms, 1, Meaning", "A toy"),
    }
    rich = {text.path for text in texts_of(page) if text.is_html}
    assert rich == {"body.n1.text", "body.t1.table.rows.1.1"}


def test_rows_of_lists_are_among_them_in_the_editors_language():
    page = BodyPage(title="Kite Office", slug="kites", names=[BodyName(name="Office of Kites")])
    with translation.override("zh-hans"):
        assert "Office of Kites" in [text.text for text in texts_of(page)]
        assert placed(page)["title"][0] == "标题"
