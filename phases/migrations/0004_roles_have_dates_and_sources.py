"""A partner's role in a phase can be dated within it, and says where that is recorded."""

import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import sesec_portal.core.sources
import sesec_portal.edtf.fields
import sesec_portal.edtf.periods
import wagtail.fields
from django.db import migrations, models


# For the release before, which knows nothing of these columns and may still write rows while this one is rolled out.
DEFAULTS = """
ALTER TABLE phases_participation
  ALTER COLUMN starts SET DEFAULT '',
  ALTER COLUMN ends SET DEFAULT '',
  ALTER COLUMN other_statements SET DEFAULT '[]',
  ALTER COLUMN sample SET DEFAULT false,
  ALTER COLUMN source SET DEFAULT '',
  ALTER COLUMN source_url SET DEFAULT '';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0006_people_are_drafted"),
        ("phases", "0003_plural_names"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="participation",
            name="participation_named_once",
        ),
        migrations.AddField(
            model_name="participation",
            name="ends_earliest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="participation",
            name="ends_latest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="participation",
            name="starts_earliest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="participation",
            name="starts_latest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="participation",
            name="ends",
            field=sesec_portal.edtf.fields.EdtfField(
                blank=True,
                earliest_field="ends_earliest",
                help_text="The last day, as exact as the source. Leave it empty while it lasts, or when nobody recorded it.",
                latest_field="ends_latest",
                max_length=16,
                verbose_name="to",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="starts",
            field=sesec_portal.edtf.fields.EdtfField(
                blank=True,
                earliest_field="starts_earliest",
                help_text="As exact as the source: 2018-04-12, 2018-04 or 2018. Add ~ for “about”, ? for “possibly”.",
                latest_field="starts_latest",
                max_length=16,
                verbose_name="from",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="other_statements",
            field=wagtail.fields.StreamField(
                [("statement", 5)],
                blank=True,
                block_lookup={
                    0: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("starts", "start"),
                                ("ends", "end"),
                                ("held", "date of the meeting"),
                                ("adopted", "date of adoption"),
                                ("decided", "date of the decision"),
                            ],
                            "label": "About the",
                        },
                    ),
                    1: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "label": "Date it gives",
                            "max_length": 40,
                            "validators": [sesec_portal.core.sources._readable],
                        },
                    ),
                    2: ("wagtail.blocks.CharBlock", (), {"label": "Source", "max_length": 255}),
                    3: ("wagtail.blocks.URLBlock", (), {"label": "Address of the source", "required": False}),
                    4: ("wagtail.blocks.DateBlock", (), {"label": "Seen on", "required": False}),
                    5: (
                        "wagtail.blocks.StructBlock",
                        [[("fact", 0), ("date", 1), ("source", 2), ("url", 3), ("seen_on", 4)]],
                        {},
                    ),
                },
                help_text="Where their dates and the one above cannot both be true, the page prints “sources disagree”.",
                verbose_name="what other sources say",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="sample",
            field=models.BooleanField(
                default=False,
                help_text="Tick it for a made-up entry that only shows how the register works. Pages that show it say so.",
                verbose_name="sample",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="source",
            field=models.CharField(
                blank=True,
                help_text="Who says so: a page, a letter, a newsletter and its date.",
                max_length=255,
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="source_seen_on",
            field=models.DateField(
                blank=True,
                help_text="The last day on which somebody read the source at this address.",
                null=True,
                verbose_name="seen on",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="source_url",
            field=models.URLField(
                blank=True,
                help_text="The web address, starting with https://.",
                max_length=500,
                verbose_name="address of the source",
            ),
        ),
        migrations.AlterField(
            model_name="phasepage",
            name="project_leader",
            field=models.ForeignKey(
                blank=True,
                help_text="The partner that led this phase day by day. Where another took over, give each a row with its dates below.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="phases_led",
                to="partners.partnerpage",
                verbose_name="project leader",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_latest__isnull", True),
                    ("starts_earliest__isnull", True),
                    ("ends_latest__gte", models.F("starts_earliest")),
                    _connector="OR",
                ),
                name="phases_participation_ends_after_it_starts",
                violation_error_code="ends",
                violation_error_message="The end lies before the start.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=sesec_portal.edtf.periods.NoOverlap(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    ("phase", "="),
                    ("partner", "="),
                    ("role", "="),
                    (
                        models.Func(
                            models.F("starts_latest"),
                            models.F("ends_earliest"),
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                            template="(CASE WHEN starts_latest > ends_earliest THEN 'empty'::daterange ELSE daterange(starts_latest, ends_earliest, '[]') END)",
                        ),
                        "&&",
                    ),
                ],
                name="participation_no_overlap",
            ),
        ),
        migrations.RunSQL(DEFAULTS, migrations.RunSQL.noop),
    ]
