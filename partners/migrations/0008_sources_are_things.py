"""Names of partners choose their sources from the register; the texts stay for the release before."""

import django.db.models.deletion
import sesec_portal.core.sources
import wagtail.fields
from django.db import migrations, models


# For the release before, which knows nothing of these columns and may still write rows while this one is rolled out.
DEFAULTS = """
ALTER TABLE partners_partnername
  ALTER COLUMN cited_at SET DEFAULT '';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0007_people_can_be_erased"),
        ("sources", "0001_sources_are_things"),
    ]

    operations = [
        migrations.AddField(
            model_name="partnername",
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
            model_name="partnername",
            name="cited_at",
            field=models.CharField(
                blank=True,
                help_text="The page or chapter, if the source is long: “page 3”.",
                max_length=120,
                verbose_name="where in it",
            ),
        ),
        migrations.AlterField(
            model_name="partnerindexpage",
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
        migrations.AlterField(
            model_name="partnername",
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
        migrations.AlterField(
            model_name="partnername",
            name="source",
            field=models.CharField(blank=True, editable=False, max_length=255),
        ),
        migrations.AlterField(
            model_name="partnername",
            name="source_seen_on",
            field=models.DateField(blank=True, editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="partnername",
            name="source_url",
            field=models.URLField(blank=True, editable=False, max_length=500),
        ),
        migrations.AlterField(
            model_name="partnerpage",
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
        migrations.RunSQL(DEFAULTS, migrations.RunSQL.noop),
    ]
