"""Tables that the release before kept as lists of lists have become grids, wherever they stood."""

import json
from html import unescape
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from wagtail.fields import StreamField
from wagtail.models import Revision
from wagtail_localize.models import String, StringSegment, StringTranslation, TranslationContext, TranslationSource

from sesec_portal.bin.keeping import keeping
from sesec_portal.bin.models import DeletedRow, Deletion
from sesec_portal.bin.restoring import bring_back
from sesec_portal.core.grid_translation import place_of
from sesec_portal.home.models import StandardPage
from tests.later_columns import columns_of_reviews

ADDRESSES = ["/en/background/", "/zh-hans/background/"]


@pytest.fixture
def upgraded(own_database):
    """The tables as readers saw them before, after a portal whose tables were lists has been migrated."""
    seen = [tables(address) for address in ADDRESSES]
    call_command("migrate", "home", "0011", verbosity=0)
    with columns_of_reviews():
        back_to_lists()
    call_command("migrate", verbosity=0)
    return seen


def back_to_lists():
    """Write lists in the place of grids, in versions, in translations and in the bin too."""
    page = StandardPage.objects.get(slug="background", locale__language_code="en")
    page.save_revision()
    DeletedRow.objects.update(row={})
    with keeping():
        page.copy(update_attrs={"slug": "thrown-away"}).delete()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        ids = {}
        for model in apps.get_models():
            for field in model._meta.local_concrete_fields:
                if isinstance(field, StreamField):
                    rewrite(cursor, model._meta.db_table, model._meta.pk.column, field.column, ids)
        rewrite(cursor, "wagtailcore_revision", "id", "content", ids)
        rewrite(cursor, "bin_deletedrow", "id", "row", ids)
        rewrite(cursor, "wagtail_localize_translationsource", "id", "content_json", ids)
        cursor.execute("SET session_replication_role = DEFAULT")
    for source in TranslationSource.objects.all():
        translate_lists(source)


def rewrite(cursor, table, key, column, ids):
    """Write a column as the release before did."""
    cursor.execute(f"SELECT {key}, {column}::text FROM {table} WHERE {column}::text LIKE '%table%'")  # noqa: S608
    for pk, text in cursor.fetchall():
        value = json.dumps(as_lists(json.loads(text), ids), ensure_ascii=False)
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", [value, pk])  # noqa: S608


def as_lists(value, ids):
    """Return JSON as the release before wrote it; entries have the same ids in both languages."""
    if isinstance(value, str) and value[:1] in ("[", "{") and '"table"' in value:
        return json.dumps(as_lists(json.loads(value), ids))
    if isinstance(value, list):
        return [as_lists(each, ids) for each in value]
    if not isinstance(value, dict):
        return value
    if value.get("type") != "table":
        return {key: as_lists(each, ids) for key, each in value.items()}
    grid, block = value["value"]["table"], value["id"]
    columns = [item(column["heading"], ids, block, 0, place) for place, column in enumerate(grid["columns"])]
    rows = [
        item([item(plain(cell), ids, block, line, place) for place, cell in enumerate(row["values"])], ids, block, line)
        for line, row in enumerate(grid["rows"], 1)
    ]
    return {**value, "value": {"caption": value["value"]["caption"], "columns": columns, "rows": rows}}


def item(value, ids, *place):
    return {"type": "item", "id": ids.setdefault(place, str(uuid4())), "value": value}


def plain(cell):
    return unescape(BeautifulSoup(cell, "html.parser").text)


def translate_lists(source):
    """Let the texts of tables be translated entry by entry."""
    for body in json.loads(source.content_json).items():
        for block in blocks_of(body[1]):
            table, stem = block["value"], f"{body[0]}.{block['id']}"
            for column in table["columns"]:
                move(source, f"{stem}.table.{place_of(column['value'])}", f"{stem}.columns.{column['id']}", "columns")
            for row in table["rows"]:
                for cell in row["value"]:
                    former = f"{stem}.table.{place_of(html_of(cell['value']))}"
                    move(source, former, f"{stem}.rows.{row['id']}.{cell['id']}", "rows.item")
    StringSegment.objects.filter(source=source, context__path__regex=r"\.table\.").delete()
    source.templatesegment_set.filter(context__path__regex=r"\.table\.").delete()
    StringTranslation.objects.filter(context__path__regex=r"\.table\.", context__object=source.object).delete()
    TranslationContext.objects.filter(path__regex=r"\.table\.", object=source.object).delete()


def blocks_of(body):
    if isinstance(body, str) and '"table"' in body:
        return [block for block in json.loads(body) if block["type"] == "table"]
    return []


def html_of(words):
    return f"<p>{words.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</p>"


def move(source, now, former, field_path):
    """Keep the translation of a text where the release before kept it."""
    segment = StringSegment.objects.filter(source=source, context__path=now).first()
    if not segment:
        return
    field = f"{now.split('.')[0]}.table.{field_path}.item"
    context = TranslationContext.objects.create(object=source.object, path=former, field_path=field)
    StringSegment.objects.create(source=source, context=context, string=segment.string, order=segment.order)
    for text in StringTranslation.objects.filter(context=segment.context, translation_of=segment.string):
        StringTranslation.objects.create(
            translation_of=text.translation_of, locale=text.locale, context=context, data=text.data
        )


def tables(address):
    page = BeautifulSoup(Client().get(address).content, "html.parser")
    return [[cell.get_text(" ", strip=True) for cell in table.select("th, td")] for table in page.select("table.data")]


def test_readers_see_the_same_tables_in_both_languages(upgraded):
    assert sum(len(table) for table in upgraded[0]) > 60
    assert [tables(address) for address in ADDRESSES] == upgraded


def test_what_was_in_the_bin_comes_back_with_its_tables(upgraded):
    assert DeletedRow.objects.filter(row__icontains='"columns').exists()
    bring_back(Deletion.objects.get())

    assert tables("/en/thrown-away/") == upgraded[0]


def test_a_version_and_a_translation_are_grids_too_and_a_translation_is_made_of_what_was_translated_before(upgraded):
    page = StandardPage.objects.get(slug="background", locale__language_code="en")
    draft = Revision.objects.for_instance(page).latest("pk").as_object()
    assert draft.body == page.body
    source = TranslationSource.objects.get(object_id=page.translation_key)
    before = String.objects.count()
    source.refresh_segments()
    assert String.objects.count() == before
    translation = source.translations.get()
    assert translation.get_progress()[0] == translation.get_progress()[1]
    translation.save_target(publish=True)
    assert [tables(address) for address in ADDRESSES] == upgraded
