"""Takes the search index over from the app “core”. The tables stay as they are, under the names that the app “core” gave them."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

MODELS = ["searchentry", "searchword"]


def take_over(apps, schema_editor):
    """Let what refers to a kind of thing (rights, tags, the index of references) follow it to this app."""
    _move(apps, "core", "search")


def give_back(apps, schema_editor):
    _move(apps, "search", "core")


def _move(apps, former, latter):
    kinds = apps.get_model("contenttypes", "ContentType").objects
    kinds.filter(app_label=former, model__in=MODELS).update(app_label=latter)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0005_tries_and_pictures"),
        ("media", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="SearchWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("word", models.CharField(editable=False, max_length=30, unique=True)),
                        ("written", models.CharField(editable=False, max_length=30)),
                    ],
                    options={
                        "verbose_name": "search word",
                        "db_table": "core_searchword",
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["word"], name="search_word_trigrams", opclasses=["gin_trgm_ops"]
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(editable=False, max_length=30)),
                        ("language", models.CharField(editable=False, max_length=10)),
                        ("translation_key", models.UUIDField(editable=False, null=True)),
                        ("title", models.CharField(editable=False, max_length=255)),
                        ("summary", models.TextField(editable=False)),
                        ("text", models.TextField(editable=False)),
                        ("file_hash", models.CharField(editable=False, max_length=40)),
                        (
                            "phases",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), editable=False, size=None
                            ),
                        ),
                        (
                            "partners",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), editable=False, size=None
                            ),
                        ),
                        (
                            "years",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SmallIntegerField(), editable=False, size=None
                            ),
                        ),
                        ("day", models.DateField(editable=False, null=True)),
                        ("sample", models.BooleanField(editable=False)),
                        ("title_vector", django.contrib.postgres.search.SearchVectorField(editable=False)),
                        ("vector", django.contrib.postgres.search.SearchVectorField(editable=False)),
                        (
                            "document",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="search_entry",
                                to="media.portaldocument",
                            ),
                        ),
                        (
                            "page",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="search_entry",
                                to="wagtailcore.page",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "search entry",
                        "verbose_name_plural": "search entries",
                        "db_table": "core_searchentry",
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["language", "vector"], name="search_entry_words"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["title_vector"], name="search_entry_title"
                            ),
                            models.Index(fields=["kind"], name="search_entry_kind"),
                            models.Index(
                                models.OrderBy(models.F("day"), descending=True, nulls_last=True),
                                models.F("id"),
                                name="search_entry_newest",
                            ),
                            models.Index(fields=["translation_key"], name="search_entry_translations"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("document__isnull", True), ("page__isnull", False)),
                                    models.Q(("document__isnull", False), ("page__isnull", True)),
                                    _connector="OR",
                                ),
                                name="search_entry_is_of_one_thing",
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(take_over, give_back),
    ]
