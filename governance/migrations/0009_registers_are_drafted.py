"""Seats, decisions and sectors are drafted, reviewed, locked and published as pages are."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# For the release before, which knows nothing of these columns and may still write rows while this one is rolled out.
DEFAULTS = """
ALTER TABLE governance_decision
  ALTER COLUMN expired SET DEFAULT false,
  ALTER COLUMN has_unpublished_changes SET DEFAULT false,
  ALTER COLUMN live SET DEFAULT true,
  ALTER COLUMN locked SET DEFAULT false,
  ALTER COLUMN correction_reason SET DEFAULT '',
  ALTER COLUMN correction_reason_zh SET DEFAULT '',
  ALTER COLUMN last_disclosure SET DEFAULT '',
  ALTER COLUMN new_status SET DEFAULT '',
  ALTER COLUMN new_status_why SET DEFAULT '';
ALTER TABLE governance_seat
  ALTER COLUMN expired SET DEFAULT false,
  ALTER COLUMN has_unpublished_changes SET DEFAULT false,
  ALTER COLUMN live SET DEFAULT true,
  ALTER COLUMN locked SET DEFAULT false;
ALTER TABLE governance_sector
  ALTER COLUMN expired SET DEFAULT false,
  ALTER COLUMN has_unpublished_changes SET DEFAULT false,
  ALTER COLUMN live SET DEFAULT true,
  ALTER COLUMN locked SET DEFAULT false;
ALTER TABLE governance_priorityitem
  ALTER COLUMN name SET DEFAULT '',
  ALTER COLUMN name_zh SET DEFAULT '';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0008_plural_names"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="correction_reason",
            field=models.TextField(
                blank=True,
                help_text="Only where a text is changed that readers know already. They see the reason, the day, and what stood there before.",
                verbose_name="reason of the correction",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="correction_reason_zh",
            field=models.TextField(
                blank=True, help_text="Shown to readers of Chinese.", verbose_name="reason of the correction in Chinese"
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="expire_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
        ),
        migrations.AddField(
            model_name="decision",
            name="expired",
            field=models.BooleanField(default=False, editable=False, verbose_name="expired"),
        ),
        migrations.AddField(
            model_name="decision",
            name="first_published_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
        ),
        migrations.AddField(
            model_name="decision",
            name="go_live_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
        ),
        migrations.AddField(
            model_name="decision",
            name="has_unpublished_changes",
            field=models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
        ),
        migrations.AddField(
            model_name="decision",
            name="last_disclosure",
            field=models.CharField(
                blank=True,
                choices=[
                    ("internal", "internal: readers never see it"),
                    ("summary", "summary public: readers see the public text only"),
                    ("public", "public: readers see the wording and the log"),
                ],
                editable=False,
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="last_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
        ),
        migrations.AddField(
            model_name="decision",
            name="live",
            field=models.BooleanField(default=True, editable=False, verbose_name="live"),
        ),
        migrations.AddField(
            model_name="decision",
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
            model_name="decision",
            name="locked",
            field=models.BooleanField(default=False, editable=False, verbose_name="locked"),
        ),
        migrations.AddField(
            model_name="decision",
            name="locked_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
        ),
        migrations.AddField(
            model_name="decision",
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
        migrations.AddField(
            model_name="decision",
            name="new_status",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "unchanged"),
                    ("planned", "planned"),
                    ("in-progress", "in progress"),
                    ("done", "done"),
                    ("dropped", "dropped"),
                ],
                help_text="Adds a line to the log when this is published. Lines are never changed; a slip is put right by a further line.",
                max_length=20,
                verbose_name="status from now on",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="new_status_day",
            field=models.DateField(blank=True, help_text="Empty for today.", null=True, verbose_name="since"),
        ),
        migrations.AddField(
            model_name="decision",
            name="new_status_why",
            field=models.TextField(
                blank=True, help_text="In a sentence. Readers see it at the level “public” only.", verbose_name="why"
            ),
        ),
        migrations.AddField(
            model_name="priorityitem",
            name="name",
            field=models.CharField(blank=True, editable=False, max_length=120),
        ),
        migrations.AddField(
            model_name="priorityitem",
            name="name_zh",
            field=models.CharField(blank=True, editable=False, max_length=60),
        ),
        migrations.AddField(
            model_name="seat",
            name="expire_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
        ),
        migrations.AddField(
            model_name="seat",
            name="expired",
            field=models.BooleanField(default=False, editable=False, verbose_name="expired"),
        ),
        migrations.AddField(
            model_name="seat",
            name="first_published_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
        ),
        migrations.AddField(
            model_name="seat",
            name="go_live_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
        ),
        migrations.AddField(
            model_name="seat",
            name="has_unpublished_changes",
            field=models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
        ),
        migrations.AddField(
            model_name="seat",
            name="last_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
        ),
        migrations.AddField(
            model_name="seat",
            name="live",
            field=models.BooleanField(default=True, editable=False, verbose_name="live"),
        ),
        migrations.AddField(
            model_name="seat",
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
            model_name="seat",
            name="locked",
            field=models.BooleanField(default=False, editable=False, verbose_name="locked"),
        ),
        migrations.AddField(
            model_name="seat",
            name="locked_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
        ),
        migrations.AddField(
            model_name="seat",
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
        migrations.AddField(
            model_name="sector",
            name="expire_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time"),
        ),
        migrations.AddField(
            model_name="sector",
            name="expired",
            field=models.BooleanField(default=False, editable=False, verbose_name="expired"),
        ),
        migrations.AddField(
            model_name="sector",
            name="first_published_at",
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
        ),
        migrations.AddField(
            model_name="sector",
            name="go_live_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="go live date/time"),
        ),
        migrations.AddField(
            model_name="sector",
            name="has_unpublished_changes",
            field=models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
        ),
        migrations.AddField(
            model_name="sector",
            name="last_published_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
        ),
        migrations.AddField(
            model_name="sector",
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
            model_name="sector",
            name="live",
            field=models.BooleanField(default=True, editable=False, verbose_name="live"),
        ),
        migrations.AddField(
            model_name="sector",
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
            model_name="sector",
            name="locked",
            field=models.BooleanField(default=False, editable=False, verbose_name="locked"),
        ),
        migrations.AddField(
            model_name="sector",
            name="locked_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="locked at"),
        ),
        migrations.AddField(
            model_name="sector",
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
        migrations.CreateModel(
            name="DecisionCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("internal", "internal: readers never see it"),
                            ("summary", "summary public: readers see the public text only"),
                            ("public", "public: readers see the wording and the log"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="disclosure",
                    ),
                ),
                ("day", models.DateField(editable=False, verbose_name="date")),
                ("reason", models.TextField(blank=True, editable=False, verbose_name="reason")),
                ("reason_zh", models.TextField(blank=True, editable=False, verbose_name="reason in Chinese")),
                ("former", models.TextField(editable=False, verbose_name="what stood before")),
                (
                    "former_zh",
                    models.TextField(blank=True, editable=False, verbose_name="what stood before, in Chinese"),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="governance.decision",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction of a decision",
                "ordering": ["day", "pk"],
            },
        ),
        migrations.RunSQL(DEFAULTS, migrations.RunSQL.noop),
    ]
