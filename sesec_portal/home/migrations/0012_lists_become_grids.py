"""Tables that were lists of lists become grids, in rows, versions, translations and the bin.

The lists stay in the JSON for the release before, which may run beside this one and knows nothing of the grid; they go
with the next save of a page.
"""

import json

from django.db import migrations
from wagtail.fields import StreamField

from ._from_lists import move_translations, places, with_grids

_NAMED = '%"table"%'


def convert(apps, schema_editor):
    """Put a grid beside the lists, wherever a table stands, and its translations where the grid has them."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, StreamField):
                _in_blocks(schema_editor.connection, model, field)
    _rewrite(apps.get_model("wagtailcore", "Revision").objects.all(), "content")
    _rewrite(apps.get_model("bin", "DeletedRow").objects.all(), "row")
    for source in apps.get_model("wagtail_localize", "TranslationSource").objects.iterator():
        if known := places(source.content_json):
            move_translations(apps, source, known)
    _rewrite(apps.get_model("wagtail_localize", "TranslationSource").objects.all(), "content_json")


def _in_blocks(connection, model, field):
    quote = connection.ops.quote_name
    table, key, column = map(quote, (model._meta.db_table, model._meta.pk.column, field.column))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {key}, {column}::text FROM {table} WHERE {column}::text LIKE %s", [_NAMED])  # noqa: S608
        for pk, text in cursor.fetchall():
            blocks = json.dumps(with_grids(json.loads(text)), ensure_ascii=False)
            cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", [blocks, pk])  # noqa: S608


def _rewrite(rows, column):
    for row in rows.iterator():
        before = getattr(row, column)
        after = with_grids(before)
        if after != before:
            type(row)._base_manager.filter(pk=row.pk).update(**{column: after})


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0011_tables_are_pasted"),
        ("partners", "0011_tables_are_pasted"),
        ("phases", "0008_tables_are_pasted"),
        ("governance", "0014_tables_are_pasted"),
        ("sources", "0003_tables_are_pasted"),
        ("bin", "0001_initial"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(convert, migrations.RunPython.noop)]
