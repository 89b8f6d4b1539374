"""The index keeps entries of registers and views too, finds words without their accents, and knows synonyms."""

import django.db.models.deletion
import sesec_portal.core.revisions
from django.conf import settings
from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations, models


# English as PostgreSQL knows it, but for accents: Medellin finds Medellín. The release before goes on with `english`.
CONFIGURATION = """
CREATE TEXT SEARCH CONFIGURATION sesec (COPY = english);
ALTER TEXT SEARCH CONFIGURATION sesec ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0002_former_files"),
        ("search", "0002_more_facets"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        UnaccentExtension(),
        migrations.RunSQL(CONFIGURATION, "DROP TEXT SEARCH CONFIGURATION sesec"),
        migrations.CreateModel(
            name="SynonymGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                (
                    "terms",
                    models.TextField(
                        help_text="One to a line, in English or Chinese: artificial intelligence, AI, 人工智能. Who searches for one of them finds all. Capitals, hyphens, accents and a plural s make no difference.",
                        unique=True,
                        verbose_name="terms",
                    ),
                ),
            ],
            options={
                "verbose_name": "group of synonyms",
                "verbose_name_plural": "synonyms",
                "ordering": ["terms"],
            },
            bases=(sesec_portal.core.revisions.KeepsVersions, models.Model),
        ),
        migrations.RemoveConstraint(
            model_name="searchentry",
            name="search_entry_is_of_one_thing",
        ),
        migrations.AddField(
            model_name="searchentry",
            name="format",
            field=models.PositiveSmallIntegerField(db_default=0, default=1, editable=False),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="key",
            field=models.CharField(editable=False, max_length=100, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="rest",
            field=models.CharField(db_default="", default="", editable=False, max_length=120),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="shown_on",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="wagtailcore.page",
            ),
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("document__isnull", True), ("key__isnull", True), ("page__isnull", False)),
                    models.Q(("document__isnull", False), ("key__isnull", True), ("page__isnull", True)),
                    models.Q(("document__isnull", True), ("key__isnull", False), ("page__isnull", True)),
                    _connector="OR",
                ),
                name="search_entry_is_of_one_thing",
            ),
        ),
        migrations.AddField(
            model_name="synonymgroup",
            name="latest_revision",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="latest revision",
            ),
        ),
        migrations.AddField(
            model_name="synonymgroup",
            name="live_revision",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="live revision",
            ),
        ),
        migrations.AddField(
            model_name="synonymgroup",
            name="locked_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="locked_%(class)ss",
                to=settings.AUTH_USER_MODEL,
                verbose_name="locked by",
            ),
        ),
    ]
