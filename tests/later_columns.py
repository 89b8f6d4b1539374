"""A database of the release before, with the columns that have come since and without which Django asks for nothing."""

from contextlib import contextmanager

from django.apps import apps
from django.db import connection

from sesec_portal.core.reviewed import Reviewed


@contextmanager
def columns_of_reviews():
    """Let pages and entries have their owners and days of review within the block; a migration brings them later."""
    missing = list(_missing())
    for model, field in missing:
        with connection.schema_editor() as editor:
            editor.add_field(model, field)
    yield
    for model, field in missing:
        with connection.schema_editor() as editor:
            editor.remove_field(model, field)


def _missing():
    there = set(connection.introspection.table_names())
    for model in apps.get_models():
        if not issubclass(model, Reviewed) or model._meta.db_table not in there:
            continue
        with connection.cursor() as cursor:
            described = connection.introspection.get_table_description(cursor, model._meta.db_table)
        columns = {column.name for column in described}
        later = [field for field in model._meta.local_fields if field.attname in Reviewed.of_no_version]
        yield from ((model, field) for field in later if field.column not in columns)
