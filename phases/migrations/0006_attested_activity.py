"""Activity for which a source names a phase, or none, is a time; of the team, until when sources attest it."""

import django.db.models.deletion
import modelcluster.fields
import sesec_portal.core.sources
import sesec_portal.edtf.fields
import wagtail.fields
from django.db import migrations, models


# For the release before, which knows nothing of these columns and may still write rows while this one is rolled out.
DEFAULTS = """
ALTER TABLE phases_statement ALTER COLUMN until SET DEFAULT '';
ALTER TABLE phases_teammember ALTER COLUMN attested SET DEFAULT '';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("phases", "0005_sources_are_things"),
        ("sources", "0001_sources_are_things"),
    ]

    operations = [
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "cited_at",
                    models.CharField(
                        blank=True,
                        help_text="The page or chapter, if the source is long: “page 3”.",
                        max_length=120,
                        verbose_name="where in it",
                    ),
                ),
                ("source", models.CharField(blank=True, editable=False, max_length=255)),
                ("source_url", models.URLField(blank=True, editable=False, max_length=500)),
                ("source_seen_on", models.DateField(blank=True, editable=False, null=True)),
                (
                    "other_statements",
                    wagtail.fields.StreamField(
                        [("statement", 4)],
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
                            2: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("sources.Source",),
                                {"label": "Source"},
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Where in it", "max_length": 120, "required": False},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("fact", 0), ("date", 1), ("cited", 2), ("cited_at", 3)]],
                                {},
                            ),
                        },
                        help_text="Where their dates and the one above cannot both be true, the page prints “sources disagree”.",
                        verbose_name="what other sources say",
                    ),
                ),
                (
                    "sample",
                    models.BooleanField(
                        default=False,
                        help_text="Tick it for a made-up entry that only shows how the register works. Pages that show it say so.",
                        verbose_name="sample",
                    ),
                ),
                ("date_earliest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ("date_latest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                (
                    "date",
                    sesec_portal.edtf.fields.EdtfField(
                        earliest_field="date_earliest",
                        help_text="As exact as the source: 2018-04-12, 2018-04 or 2018. Add ~ for “about”, ? for “possibly”.",
                        latest_field="date_latest",
                        max_length=16,
                        verbose_name="date",
                    ),
                ),
                ("until_earliest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ("until_latest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                (
                    "until",
                    sesec_portal.edtf.fields.EdtfField(
                        blank=True,
                        earliest_field="until_earliest",
                        help_text="Only for activity over a longer time: 2024-10 if the source covers September and October 2024.",
                        latest_field="until_latest",
                        max_length=16,
                        verbose_name="until",
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        help_text="In a few words: Roundtable in Beijing. The list of phases prints it where no phase is recorded.",
                        max_length=160,
                        verbose_name="what",
                    ),
                ),
                (
                    "what_zh",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers of Chinese.",
                        max_length=160,
                        verbose_name="what, in Chinese",
                    ),
                ),
            ],
            options={
                "verbose_name": "activity outside of recorded phases",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="statement",
            name="until_earliest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="statement",
            name="until_latest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="statement",
            name="until",
            field=sesec_portal.edtf.fields.EdtfField(
                blank=True,
                earliest_field="until_earliest",
                help_text="Only for activity over a longer time: 2024-10 if the source covers September and October 2024.",
                latest_field="until_latest",
                max_length=16,
                verbose_name="until",
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="attested_earliest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="teammember",
            name="attested_latest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="teammember",
            name="attested",
            field=sesec_portal.edtf.fields.EdtfField(
                blank=True,
                earliest_field="attested_earliest",
                help_text="The latest time for which a source says so, where nobody recorded the last day.",
                latest_field="attested_latest",
                max_length=16,
                verbose_name="last attested",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_latest__isnull", True), ("until_latest__gte", models.F("date_earliest")), _connector="OR"
                ),
                name="phases_statement_until_after_date",
                violation_error_code="until",
                violation_error_message="This lies before the date.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("fact", "active"), ("until", ""), _connector="OR"),
                name="statement_until_only_of_activity",
                violation_error_code="until",
                violation_error_message="Only activity lasts until a date: choose “known to be active”, or empty this.",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="cited",
            field=models.ForeignKey(
                blank=True,
                help_text="Who says so. Choose it from the register, or add it there.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="sources.source",
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="page",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="activities", to="phases.phaseindexpage"
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_latest__isnull", True), ("until_latest__gte", models.F("date_earliest")), _connector="OR"
                ),
                name="phases_activity_until_after_date",
                violation_error_code="until",
                violation_error_message="This lies before the date.",
            ),
        ),
        migrations.RunSQL(DEFAULTS, migrations.RunSQL.noop),
    ]
