"""What keeps a search quick however much has been published; docs/performance.md has figures."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import BtreeGinExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0003_indexes_on_pages")]

    operations = [
        BtreeGinExtension(),
        migrations.RunSQL(
            "CREATE INDEX core_page_hidden ON wagtailcore_page (id) WHERE NOT live", "DROP INDEX core_page_hidden"
        ),
        migrations.RemoveIndex(model_name="searchentry", name="search_entry_vector"),
        migrations.AddIndex(
            model_name="searchentry", index=GinIndex(fields=["language", "vector"], name="search_entry_words")
        ),
        migrations.AddIndex(
            model_name="searchentry", index=GinIndex(fields=["title_vector"], name="search_entry_title")
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(models.F("day").desc(nulls_last=True), "id", name="search_entry_newest"),
        ),
        migrations.AddIndex(
            model_name="searchentry", index=models.Index(fields=["translation_key"], name="search_entry_translations")
        ),
    ]
