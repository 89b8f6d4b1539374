"""The expert has a page."""

import django.db.models.deletion
import sesec_portal.core.revisions
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0008_careers"),
        ("phases", "0004_roles_have_dates_and_sources"),
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
                            ("quote", 4),
                            ("figure", 7),
                            ("table", 14),
                            ("definitions", 19),
                            ("note", 22),
                            ("disagreement", 29),
                            ("download", 31),
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
                            4: ("wagtail.blocks.StructBlock", [[("text", 2), ("attribution", 3)]], {}),
                            5: ("wagtail.images.blocks.ImageBlock", [], {"label": "Picture"}),
                            6: ("wagtail.blocks.CharBlock", (), {"label": "Caption", "required": False}),
                            7: ("wagtail.blocks.StructBlock", [[("image", 5), ("caption", 6)]], {}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "What the table shows"}),
                            9: ("wagtail.blocks.CharBlock", (), {"label": "Heading"}),
                            10: (
                                "wagtail.blocks.ListBlock",
                                (9,),
                                {"label": "Column headings", "max_num": 6, "min_num": 2},
                            ),
                            11: ("wagtail.blocks.CharBlock", (), {"label": "Cell", "required": False}),
                            12: ("wagtail.blocks.ListBlock", (11,), {"label": "Cells"}),
                            13: ("wagtail.blocks.ListBlock", (12,), {"label": "Rows"}),
                            14: ("wagtail.blocks.StructBlock", [[("caption", 8), ("columns", 10), ("rows", 13)]], {}),
                            15: ("wagtail.blocks.CharBlock", (), {"label": "Term"}),
                            16: ("wagtail.blocks.TextBlock", (), {"label": "Meaning"}),
                            17: ("wagtail.blocks.StructBlock", [[("term", 15), ("meaning", 16)]], {}),
                            18: ("wagtail.blocks.ListBlock", (17,), {"label": "Terms"}),
                            19: ("wagtail.blocks.StructBlock", [[("entries", 18)]], {}),
                            20: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "required": False}),
                            21: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link", "ul", "ol"], "label": "Text"},
                            ),
                            22: ("wagtail.blocks.StructBlock", [[("heading", 20), ("text", 21)]], {}),
                            23: ("wagtail.blocks.CharBlock", (), {"label": "What they disagree about"}),
                            24: ("wagtail.blocks.CharBlock", (), {"label": "What it says"}),
                            25: ("wagtail.blocks.CharBlock", (), {"label": "Source"}),
                            26: ("wagtail.blocks.URLBlock", (), {"label": "Address of the source", "required": False}),
                            27: ("wagtail.blocks.StructBlock", [[("says", 24), ("source", 25), ("url", 26)]], {}),
                            28: ("wagtail.blocks.ListBlock", (27,), {"label": "What each source says", "min_num": 2}),
                            29: ("wagtail.blocks.StructBlock", [[("about", 23), ("statements", 28)]], {}),
                            30: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "Document"}),
                            31: ("wagtail.blocks.StructBlock", [[("document", 30)]], {}),
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
