"""Indexes that Wagtail's table of pages lacks, each for questions that every page asks; docs/performance.md has figures."""

from django.db import migrations

INDEXES = {
    # A page by its address. A hash, as an address may be longer than a B-tree takes.
    "core_page_address": "USING hash (url_path)",
    # The main menu, and the pages below a page, also in the admin's explorer.
    "core_page_level": "(depth, path)",
    # The pages published last.
    "core_page_latest": "(last_published_at) WHERE live AND alias_of_id IS NULL",
}


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_search_index"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunSQL(f"CREATE INDEX {name} ON wagtailcore_page {columns}", f"DROP INDEX {name}")
        for name, columns in INDEXES.items()
    ]
