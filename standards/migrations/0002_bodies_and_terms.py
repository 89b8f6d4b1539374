"""Bodies with their names over time, and the terms of the glossary."""

import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import sesec_portal.core.revisions
import sesec_portal.core.sources
import sesec_portal.edtf.fields
import sesec_portal.edtf.periods
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

# For the release before, which knows nothing of these columns and may still write rows while this one is rolled out.
DEFAULTS = """
ALTER TABLE standards_bodyindexpage ALTER COLUMN body SET DEFAULT '[]';
ALTER TABLE standards_bodypage
  ALTER COLUMN abbreviation SET DEFAULT '',
  ALTER COLUMN body SET DEFAULT '[]',
  ALTER COLUMN cited_at SET DEFAULT '',
  ALTER COLUMN decides SET DEFAULT '',
  ALTER COLUMN ends SET DEFAULT '',
  ALTER COLUMN kind SET DEFAULT 'other',
  ALTER COLUMN other_statements SET DEFAULT '[]',
  ALTER COLUMN region SET DEFAULT 'china',
  ALTER COLUMN sample SET DEFAULT false,
  ALTER COLUMN source SET DEFAULT '',
  ALTER COLUMN source_url SET DEFAULT '',
  ALTER COLUMN starts SET DEFAULT '',
  ALTER COLUMN website SET DEFAULT '';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0002_texts_become_sources"),
        ("standards", "0001_calls_for_comments"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BodyName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "cited_at",
                    models.CharField(
                        blank=True,
                        help_text="A page or a chapter, where it is long: “page 3”.",
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
                ("name", models.CharField(help_text="In full, in English.", max_length=255, verbose_name="full name")),
                (
                    "name_zh",
                    models.CharField(
                        blank=True,
                        help_text="In full. Shown to all readers: of a Chinese body it is the official one.",
                        max_length=255,
                        verbose_name="full name in Chinese",
                    ),
                ),
                (
                    "abbreviation",
                    models.CharField(
                        blank=True,
                        help_text="Only where it was another one while this name held.",
                        max_length=40,
                        verbose_name="abbreviation then",
                    ),
                ),
            ],
            options={
                "verbose_name": "full name",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GlossaryPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences. Shown under the title, in lists, in search results and when the page is shared.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "reviewed_on",
                    models.DateField(
                        blank=True,
                        help_text="When somebody last checked that this page is true.",
                        null=True,
                        verbose_name="reviewed on",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("quote", 5),
                            ("figure", 8),
                            ("table", 15),
                            ("definitions", 20),
                            ("note", 23),
                            ("disagreement", 30),
                            ("download", 32),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("sesec_portal.core.blocks.HeadingBlock", (), {}),
                            1: (
                                "sesec_portal.core.blocks.TextBlock",
                                (),
                                {
                                    "features": [
                                        "h3",
                                        "bold",
                                        "italic",
                                        "ol",
                                        "ul",
                                        "link",
                                        "document-link",
                                        "superscript",
                                    ]
                                },
                            ),
                            2: ("wagtail.blocks.TextBlock", (), {"label": "Words quoted"}),
                            3: ("wagtail.blocks.CharBlock", (), {"label": "Who said or wrote it, and where"}),
                            4: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("sources.Source",),
                                {"label": "Source", "required": False},
                            ),
                            5: ("wagtail.blocks.StructBlock", [[("text", 2), ("attribution", 3), ("cited", 4)]], {}),
                            6: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                            7: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                            8: ("wagtail.blocks.StructBlock", [[("image", 6), ("caption", 7)]], {}),
                            9: ("wagtail.blocks.CharBlock", (), {"label": "What the table shows"}),
                            10: ("wagtail.blocks.CharBlock", (), {"label": "Heading"}),
                            11: (
                                "wagtail.blocks.ListBlock",
                                (10,),
                                {"label": "Column headings", "max_num": 6, "min_num": 2},
                            ),
                            12: ("wagtail.blocks.CharBlock", (), {"label": "Cell", "required": False}),
                            13: ("wagtail.blocks.ListBlock", (12,), {"label": "Cells"}),
                            14: ("wagtail.blocks.ListBlock", (13,), {"label": "Rows"}),
                            15: ("wagtail.blocks.StructBlock", [[("caption", 9), ("columns", 11), ("rows", 14)]], {}),
                            16: ("wagtail.blocks.CharBlock", (), {"label": "Term"}),
                            17: ("wagtail.blocks.TextBlock", (), {"label": "Meaning"}),
                            18: ("wagtail.blocks.StructBlock", [[("term", 16), ("meaning", 17)]], {}),
                            19: ("wagtail.blocks.ListBlock", (18,), {"label": "Terms"}),
                            20: ("wagtail.blocks.StructBlock", [[("entries", 19)]], {}),
                            21: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "required": False}),
                            22: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul", "ol"], "label": "Text"},
                            ),
                            23: ("wagtail.blocks.StructBlock", [[("heading", 21), ("text", 22)]], {}),
                            24: ("wagtail.blocks.CharBlock", (), {"label": "What they disagree about"}),
                            25: ("wagtail.blocks.CharBlock", (), {"label": "What it says"}),
                            26: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("sources.Source",),
                                {"label": "Source"},
                            ),
                            27: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Where in it", "max_length": 120, "required": False},
                            ),
                            28: ("wagtail.blocks.StructBlock", [[("says", 25), ("cited", 26), ("cited_at", 27)]], {}),
                            29: ("wagtail.blocks.ListBlock", (28,), {"label": "What each source says", "min_num": 2}),
                            30: ("wagtail.blocks.StructBlock", [[("about", 24), ("statements", 29)]], {}),
                            31: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Document"}),
                            32: ("wagtail.blocks.StructBlock", [[("document", 31)]], {}),
                        },
                        help_text="Build the text from blocks: headings, text, tables, notes. Dates and roles belong in their own fields.",
                        verbose_name="text",
                    ),
                ),
            ],
            options={
                "verbose_name": "glossary",
            },
            bases=(sesec_portal.core.revisions.KeepsVersions, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="Term",
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
                    "code",
                    models.SlugField(
                        help_text="Short and lasting: sac. It ends the term’s address.",
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="In English, in full, as in running text.",
                        max_length=160,
                        verbose_name="term in English",
                    ),
                ),
                (
                    "name_zh",
                    models.CharField(
                        blank=True, help_text="Shown to all readers.", max_length=80, verbose_name="term in Chinese"
                    ),
                ),
                (
                    "pinyin",
                    models.CharField(
                        blank=True,
                        help_text="How the Chinese is read, in small letters without tones: biaozhunhua. It orders the glossary in Chinese.",
                        max_length=160,
                        verbose_name="pinyin",
                    ),
                ),
                (
                    "abbreviation",
                    models.CharField(
                        blank=True,
                        help_text="Under which it is known, in whatever language: SAC.",
                        max_length=40,
                        verbose_name="abbreviation",
                    ),
                ),
                (
                    "meaning",
                    models.CharField(
                        help_text="In English, in one or two sentences. Also shown where it is marked.",
                        max_length=300,
                        verbose_name="meaning",
                    ),
                ),
                (
                    "meaning_zh",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers of Chinese.",
                        max_length=200,
                        verbose_name="meaning in Chinese",
                    ),
                ),
                (
                    "cited_at",
                    models.CharField(
                        blank=True,
                        help_text="A page or a chapter, where it is long: “page 3”.",
                        max_length=120,
                        verbose_name="where in it",
                    ),
                ),
                (
                    "sample",
                    models.BooleanField(default=False, help_text="Tick it for a made-up entry.", verbose_name="sample"),
                ),
            ],
            options={
                "verbose_name": "term of the glossary",
                "verbose_name_plural": "terms of the glossary",
                "ordering": ["name", "pk"],
            },
            bases=(sesec_portal.core.revisions.KeepsVersions, models.Model, modelsearch.index.Indexed),
        ),
        # A check is made together with a date’s column: the days that it can mean come before it.
        migrations.AddField(
            model_name="bodypage",
            name="ends_earliest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="ends_latest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="starts_earliest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="starts_latest",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="bodyindexpage",
            name="body",
            field=wagtail.fields.StreamField(
                [
                    ("heading", 0),
                    ("text", 1),
                    ("quote", 5),
                    ("figure", 8),
                    ("table", 15),
                    ("definitions", 20),
                    ("note", 23),
                    ("disagreement", 30),
                    ("download", 32),
                ],
                blank=True,
                block_lookup={
                    0: ("sesec_portal.core.blocks.HeadingBlock", (), {}),
                    1: (
                        "sesec_portal.core.blocks.TextBlock",
                        (),
                        {"features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link", "superscript"]},
                    ),
                    2: ("wagtail.blocks.TextBlock", (), {"label": "Words quoted"}),
                    3: ("wagtail.blocks.CharBlock", (), {"label": "Who said or wrote it, and where"}),
                    4: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        ("sources.Source",),
                        {"label": "Source", "required": False},
                    ),
                    5: ("wagtail.blocks.StructBlock", [[("text", 2), ("attribution", 3), ("cited", 4)]], {}),
                    6: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                    7: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                    8: ("wagtail.blocks.StructBlock", [[("image", 6), ("caption", 7)]], {}),
                    9: ("wagtail.blocks.CharBlock", (), {"label": "What the table shows"}),
                    10: ("wagtail.blocks.CharBlock", (), {"label": "Heading"}),
                    11: ("wagtail.blocks.ListBlock", (10,), {"label": "Column headings", "max_num": 6, "min_num": 2}),
                    12: ("wagtail.blocks.CharBlock", (), {"label": "Cell", "required": False}),
                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Cells"}),
                    14: ("wagtail.blocks.ListBlock", (13,), {"label": "Rows"}),
                    15: ("wagtail.blocks.StructBlock", [[("caption", 9), ("columns", 11), ("rows", 14)]], {}),
                    16: ("wagtail.blocks.CharBlock", (), {"label": "Term"}),
                    17: ("wagtail.blocks.TextBlock", (), {"label": "Meaning"}),
                    18: ("wagtail.blocks.StructBlock", [[("term", 16), ("meaning", 17)]], {}),
                    19: ("wagtail.blocks.ListBlock", (18,), {"label": "Terms"}),
                    20: ("wagtail.blocks.StructBlock", [[("entries", 19)]], {}),
                    21: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "required": False}),
                    22: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {"features": ["bold", "italic", "link", "ul", "ol"], "label": "Text"},
                    ),
                    23: ("wagtail.blocks.StructBlock", [[("heading", 21), ("text", 22)]], {}),
                    24: ("wagtail.blocks.CharBlock", (), {"label": "What they disagree about"}),
                    25: ("wagtail.blocks.CharBlock", (), {"label": "What it says"}),
                    26: ("wagtail.snippets.blocks.SnippetChooserBlock", ("sources.Source",), {"label": "Source"}),
                    27: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Where in it", "max_length": 120, "required": False},
                    ),
                    28: ("wagtail.blocks.StructBlock", [[("says", 25), ("cited", 26), ("cited_at", 27)]], {}),
                    29: ("wagtail.blocks.ListBlock", (28,), {"label": "What each source says", "min_num": 2}),
                    30: ("wagtail.blocks.StructBlock", [[("about", 24), ("statements", 29)]], {}),
                    31: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Document"}),
                    32: ("wagtail.blocks.StructBlock", [[("document", 31)]], {}),
                },
                help_text="Build the text from blocks: headings, text, tables, notes. Dates and roles belong in their own fields.",
                verbose_name="text",
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="abbreviation",
            field=models.CharField(
                blank=True,
                help_text="Under which it is known: SAMR. Empty for none.",
                max_length=40,
                verbose_name="abbreviation",
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="body",
            field=wagtail.fields.StreamField(
                [
                    ("heading", 0),
                    ("text", 1),
                    ("quote", 5),
                    ("figure", 8),
                    ("table", 15),
                    ("definitions", 20),
                    ("note", 23),
                    ("disagreement", 30),
                    ("download", 32),
                ],
                blank=True,
                block_lookup={
                    0: ("sesec_portal.core.blocks.HeadingBlock", (), {}),
                    1: (
                        "sesec_portal.core.blocks.TextBlock",
                        (),
                        {"features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link", "superscript"]},
                    ),
                    2: ("wagtail.blocks.TextBlock", (), {"label": "Words quoted"}),
                    3: ("wagtail.blocks.CharBlock", (), {"label": "Who said or wrote it, and where"}),
                    4: (
                        "wagtail.snippets.blocks.SnippetChooserBlock",
                        ("sources.Source",),
                        {"label": "Source", "required": False},
                    ),
                    5: ("wagtail.blocks.StructBlock", [[("text", 2), ("attribution", 3), ("cited", 4)]], {}),
                    6: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                    7: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                    8: ("wagtail.blocks.StructBlock", [[("image", 6), ("caption", 7)]], {}),
                    9: ("wagtail.blocks.CharBlock", (), {"label": "What the table shows"}),
                    10: ("wagtail.blocks.CharBlock", (), {"label": "Heading"}),
                    11: ("wagtail.blocks.ListBlock", (10,), {"label": "Column headings", "max_num": 6, "min_num": 2}),
                    12: ("wagtail.blocks.CharBlock", (), {"label": "Cell", "required": False}),
                    13: ("wagtail.blocks.ListBlock", (12,), {"label": "Cells"}),
                    14: ("wagtail.blocks.ListBlock", (13,), {"label": "Rows"}),
                    15: ("wagtail.blocks.StructBlock", [[("caption", 9), ("columns", 11), ("rows", 14)]], {}),
                    16: ("wagtail.blocks.CharBlock", (), {"label": "Term"}),
                    17: ("wagtail.blocks.TextBlock", (), {"label": "Meaning"}),
                    18: ("wagtail.blocks.StructBlock", [[("term", 16), ("meaning", 17)]], {}),
                    19: ("wagtail.blocks.ListBlock", (18,), {"label": "Terms"}),
                    20: ("wagtail.blocks.StructBlock", [[("entries", 19)]], {}),
                    21: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "required": False}),
                    22: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {"features": ["bold", "italic", "link", "ul", "ol"], "label": "Text"},
                    ),
                    23: ("wagtail.blocks.StructBlock", [[("heading", 21), ("text", 22)]], {}),
                    24: ("wagtail.blocks.CharBlock", (), {"label": "What they disagree about"}),
                    25: ("wagtail.blocks.CharBlock", (), {"label": "What it says"}),
                    26: ("wagtail.snippets.blocks.SnippetChooserBlock", ("sources.Source",), {"label": "Source"}),
                    27: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "Where in it", "max_length": 120, "required": False},
                    ),
                    28: ("wagtail.blocks.StructBlock", [[("says", 25), ("cited", 26), ("cited_at", 27)]], {}),
                    29: ("wagtail.blocks.ListBlock", (28,), {"label": "What each source says", "min_num": 2}),
                    30: ("wagtail.blocks.StructBlock", [[("about", 24), ("statements", 29)]], {}),
                    31: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Document"}),
                    32: ("wagtail.blocks.StructBlock", [[("document", 31)]], {}),
                },
                help_text="Build the text from blocks: headings, text, tables, notes. Dates and roles belong in their own fields.",
                verbose_name="text",
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
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
            model_name="bodypage",
            name="cited_at",
            field=models.CharField(
                blank=True,
                help_text="A page or a chapter, where it is long: “page 3”.",
                max_length=120,
                verbose_name="where in it",
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="decides",
            field=wagtail.fields.RichTextField(
                blank=True, help_text="Its tasks, and what it has the last word on.", verbose_name="what it decides"
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
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
            model_name="bodypage",
            name="kind",
            field=models.CharField(
                choices=[
                    ("government", "government body"),
                    ("standards", "standards body"),
                    ("association", "association"),
                    ("institute", "institute"),
                    ("committee", "technical committee"),
                    ("project", "sister project"),
                    ("other", "other body"),
                ],
                default="other",
                help_text="What sort of body it is.",
                max_length=12,
                verbose_name="kind",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="bodypage",
            name="other_statements",
            field=wagtail.fields.StreamField(
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
                    2: ("wagtail.snippets.blocks.SnippetChooserBlock", ("sources.Source",), {"label": "Source"}),
                    3: ("wagtail.blocks.CharBlock", (), {"label": "Where in it", "max_length": 120, "required": False}),
                    4: ("wagtail.blocks.StructBlock", [[("fact", 0), ("date", 1), ("cited", 2), ("cited_at", 3)]], {}),
                },
                help_text="Where their dates and the one above cannot both be true, the page prints “sources disagree”.",
                verbose_name="what other sources say",
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="part_of",
            field=models.ForeignKey(
                blank=True,
                help_text="The body above it today, or at its end.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="standards.bodypage",
                verbose_name="part of",
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="region",
            field=models.CharField(
                choices=[("china", "China"), ("europe", "Europe"), ("india", "India"), ("world", "the world")],
                default="china",
                help_text="Where its word counts.",
                max_length=8,
                verbose_name="region",
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="sample",
            field=models.BooleanField(
                default=False,
                help_text="Tick it for a made-up entry that only shows how the register works. Pages that show it say so.",
                verbose_name="sample",
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="source",
            field=models.CharField(blank=True, editable=False, max_length=255),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="source_seen_on",
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="source_url",
            field=models.URLField(blank=True, editable=False, max_length=500),
        ),
        migrations.AddField(
            model_name="bodypage",
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
            model_name="bodypage",
            name="successor",
            field=models.ForeignKey(
                blank=True,
                help_text="The body that took over its tasks. That body’s page names this one as its predecessor.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="standards.bodypage",
                verbose_name="successor",
            ),
        ),
        migrations.AddField(
            model_name="bodypage",
            name="website",
            field=models.URLField(blank=True, help_text="With https:// at its beginning.", verbose_name="website"),
        ),
        migrations.AddConstraint(
            model_name="bodypage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_latest__isnull", True),
                    ("starts_earliest__isnull", True),
                    ("ends_latest__gte", models.F("starts_earliest")),
                    _connector="OR",
                ),
                name="standards_bodypage_ends_after_it_starts",
                violation_error_code="ends",
                violation_error_message="The end lies before the start.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodypage",
            constraint=models.CheckConstraint(
                condition=models.Q(("website", ""), ("website__regex", "^https?://"), _connector="OR"),
                name="body_website_is_an_address",
                violation_error_code="website",
                violation_error_message="Type the address with https:// at its beginning.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodypage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("part_of", None), models.Q(("part_of", models.F("page_ptr")), _negated=True), _connector="OR"
                ),
                name="body_is_not_part_of_itself",
                violation_error_code="part_of",
                violation_error_message="A body is not part of itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodypage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("successor", None), models.Q(("successor", models.F("page_ptr")), _negated=True), _connector="OR"
                ),
                name="body_does_not_succeed_itself",
                violation_error_code="successor",
                violation_error_message="A body is not its own successor.",
            ),
        ),
        migrations.AddField(
            model_name="bodyname",
            name="body",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="names", to="standards.bodypage"
            ),
        ),
        migrations.AddField(
            model_name="bodyname",
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
            model_name="term",
            name="body",
            field=models.ForeignKey(
                blank=True,
                help_text="The body that the term names: the glossary leads to its page.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="standards.bodypage",
                verbose_name="body",
            ),
        ),
        migrations.AddField(
            model_name="term",
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
            model_name="term",
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
            model_name="term",
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
            model_name="term",
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
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_latest__isnull", True),
                    ("starts_earliest__isnull", True),
                    ("ends_latest__gte", models.F("starts_earliest")),
                    _connector="OR",
                ),
                name="standards_bodyname_ends_after_it_starts",
                violation_error_code="ends",
                violation_error_message="The end lies before the start.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=sesec_portal.edtf.periods.NoOverlap(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    ("body", "="),
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
                name="body_name_no_overlap",
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(("pinyin__regex", "^[a-zü ]*$")),
                name="term_pinyin_is_plain",
                violation_error_code="pinyin",
                violation_error_message="Type small letters without tones, and nothing else: biaozhunhua.",
            ),
        ),
        migrations.RunSQL(DEFAULTS, migrations.RunSQL.noop),
    ]
