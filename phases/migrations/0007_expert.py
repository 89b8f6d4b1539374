"""The expert has a page."""

import django.db.models.deletion
import sesec_portal.core.revisions
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0009_careers"),
        ("phases", "0006_attested_activity"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExpertPage",
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
                    "questions",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="The subjects on which the expert can be asked.",
                        verbose_name="what to ask",
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
                        verbose_name="more about the work",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        help_text="Kept under “People”; named in public only with consent.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pages",
                        to="partners.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "expert",
                "verbose_name_plural": "experts",
            },
            bases=(sesec_portal.core.revisions.KeepsVersions, "wagtailcore.page"),
        ),
    ]
