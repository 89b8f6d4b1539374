"""The apps name the tables of which no page shows anything; a table that nobody names counts as shown."""

from collections import Counter

from django.apps import apps
from django.db import connection

from sesec_portal.pagecache.invalidation import could_show


def named(attribute):
    return [table for config in apps.get_app_configs() for table in getattr(config, attribute, ())]


def test_every_table_that_is_named_is_there_and_named_by_one_app(db):
    tables = [*named("quiet_tables"), *named("quiet_inserts"), *(table for table, _columns in named("quiet_updates"))]

    assert set(tables) <= set(connection.introspection.table_names())
    assert max(Counter(tables).values()) == 1


def test_every_column_that_is_named_is_there(db):
    for table, columns in named("quiet_updates"):
        with connection.cursor() as cursor:
            there = {column.name for column in connection.introspection.get_table_description(cursor, table)}
        assert set(columns) <= there


def test_what_is_named_is_quiet_and_everything_else_is_not():
    assert not could_show('INSERT INTO "axes_accessattempt" ("id") VALUES (%s)')
    assert not could_show('INSERT INTO "core_portalrendition" ("id") VALUES (%s)')
    assert not could_show('UPDATE "auth_user" SET "last_login" = %s WHERE "auth_user"."id" = %s')
    assert could_show('UPDATE "auth_user" SET "last_login" = %s, "first_name" = %s WHERE "auth_user"."id" = %s')
    assert could_show('UPDATE "core_portalrendition" SET "file" = %s WHERE "id" = %s')
    assert could_show('INSERT INTO "newsroom_newspage" ("id") VALUES (%s)')
