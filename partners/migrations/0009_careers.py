"""A person’s entry holds the steps of the career, each with its source."""

import django.db.models.deletion
import modelcluster.fields
import sesec_portal.core.sources
import sesec_portal.edtf.fields
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0008_sources_are_things"),
        ("sources", "0001_sources_are_things"),
    ]

    operations = [
        migrations.CreateModel(
            name="CareerStep",
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
                ("starts_earliest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ("starts_latest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                (
                    "starts",
                    sesec_portal.edtf.fields.EdtfField(
                        blank=True,
                        earliest_field="starts_earliest",
                        help_text="As exact as the source: 2018-04-12, 2018-04 or 2018. Add ~ for “about”, ? for “possibly”.",
                        latest_field="starts_latest",
                        max_length=16,
                        verbose_name="from",
                    ),
                ),
                ("ends_earliest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ("ends_latest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                (
                    "ends",
                    sesec_portal.edtf.fields.EdtfField(
                        blank=True,
                        earliest_field="ends_earliest",
                        help_text="The last day, as exact as the source. Leave it empty while it lasts, or when nobody recorded it.",
                        latest_field="ends_latest",
                        max_length=16,
                        verbose_name="to",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        help_text="The university, the company or the office: University of Queensland.",
                        max_length=160,
                        verbose_name="where",
                    ),
                ),
                (
                    "place_zh",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers of Chinese.",
                        max_length=160,
                        verbose_name="where, in Chinese",
                    ),
                ),
                (
                    "position",
                    models.CharField(
                        blank=True,
                        help_text="The degree or the post, where a source names it: PhD.",
                        max_length=160,
                        verbose_name="as what",
                    ),
                ),
                (
                    "position_zh",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers of Chinese.",
                        max_length=160,
                        verbose_name="as what, in Chinese",
                    ),
                ),
                (
                    "cited",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who says so. Choose it from the register, or add it there.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sources.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "person",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="career", to="partners.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a career",
                "ordering": ["sort_order"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_latest__isnull", True),
                            ("starts_earliest__isnull", True),
                            ("ends_latest__gte", models.F("starts_earliest")),
                            _connector="OR",
                        ),
                        name="partners_careerstep_ends_after_it_starts",
                        violation_error_code="ends",
                        violation_error_message="The end lies before the start.",
                    )
                ],
            },
        ),
    ]
