"""The due date of a decision, and each line of its log, say where they are recorded."""

from django.db import migrations, models


# For the release before, which knows nothing of these columns and may still write rows while this one is rolled out.
DEFAULTS = """
ALTER TABLE governance_decision
  ALTER COLUMN due_source SET DEFAULT '',
  ALTER COLUMN due_source_url SET DEFAULT '',
  ALTER COLUMN new_status_source SET DEFAULT '',
  ALTER COLUMN new_status_source_url SET DEFAULT '';
ALTER TABLE governance_statusentry
  ALTER COLUMN source SET DEFAULT '',
  ALTER COLUMN source_url SET DEFAULT '';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0011_decisions_take_their_lines_with_them"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="due_source",
            field=models.CharField(
                blank=True,
                help_text="Where it is set, if the decision itself does not say it: minutes, a letter and its date.",
                max_length=255,
                verbose_name="source of the due date",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="due_source_url",
            field=models.URLField(
                blank=True,
                help_text="The web address, starting with https://.",
                max_length=500,
                verbose_name="address of that source",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="new_status_source",
            field=models.CharField(
                blank=True,
                help_text="Who says so: minutes, a letter and its date.",
                max_length=255,
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="new_status_source_url",
            field=models.URLField(
                blank=True,
                help_text="The web address, starting with https://.",
                max_length=500,
                verbose_name="address of the source",
            ),
        ),
        migrations.AddField(
            model_name="statusentry",
            name="source",
            field=models.CharField(blank=True, editable=False, max_length=255, verbose_name="source"),
        ),
        migrations.AddField(
            model_name="statusentry",
            name="source_url",
            field=models.URLField(blank=True, editable=False, max_length=500, verbose_name="address of the source"),
        ),
        migrations.RunSQL(DEFAULTS, migrations.RunSQL.noop),
    ]
