"""The register of sources, and the page that lists them."""

import django.db.models.deletion
import modelsearch.index
import sesec_portal.core.revisions
import sesec_portal.edtf.fields
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SourceIndexPage",
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
                "verbose_name": "list of sources",
            },
            bases=(sesec_portal.core.revisions.KeepsVersions, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="Source",
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
                    "title",
                    models.CharField(
                        help_text="Its own title, in English, or a description: “Letter of 3 May 2020”.",
                        max_length=255,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_zh",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers of Chinese.",
                        max_length=255,
                        verbose_name="title in Chinese",
                    ),
                ),
                (
                    "publisher",
                    models.CharField(
                        blank=True,
                        help_text="Who wrote or published it, if the title does not say.",
                        max_length=160,
                        verbose_name="publisher",
                    ),
                ),
                (
                    "publisher_zh",
                    models.CharField(
                        blank=True,
                        help_text="Shown to readers of Chinese.",
                        max_length=160,
                        verbose_name="publisher in Chinese",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("project-iii", "the project’s site in phase III"),
                            ("project-iv", "the project’s site in phase IV"),
                            ("former-site", "the project’s former site"),
                            ("partner", "a partner"),
                            ("official", "a public authority"),
                            ("press", "press"),
                            ("other", "other"),
                        ],
                        default="other",
                        help_text="What kind of publisher the source comes from.",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("en", "English"),
                            ("zh", "Chinese"),
                            ("fr", "French"),
                            ("de", "German"),
                            ("", "another, or not known"),
                        ],
                        default="en",
                        help_text="The language of the source.",
                        max_length=10,
                        verbose_name="language of the source",
                    ),
                ),
                ("published_earliest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                ("published_latest", models.DateField(blank=True, db_index=True, editable=False, null=True)),
                (
                    "published",
                    sesec_portal.edtf.fields.EdtfField(
                        blank=True,
                        earliest_field="published_earliest",
                        help_text="As exact as the source: 2018-04-12, 2018-04 or 2018. Add ~ for “about”, ? for “possibly”.",
                        latest_field="published_latest",
                        max_length=16,
                        verbose_name="date of publication",
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="The web address, starting with https://. Keep it even if the page no longer opens.",
                        max_length=500,
                        verbose_name="address",
                    ),
                ),
                (
                    "seen_on",
                    models.DateField(
                        blank=True,
                        help_text="The last day on which somebody read the source at this address.",
                        null=True,
                        verbose_name="seen on",
                    ),
                ),
                (
                    "gone_since",
                    models.DateField(
                        blank=True,
                        help_text="The day on which somebody found that the address no longer opens. The portal does not check it.",
                        null=True,
                        verbose_name="no longer answers since",
                    ),
                ),
                (
                    "archive_url",
                    models.URLField(
                        blank=True,
                        help_text="A copy in a web archive. Readers get this link if the address no longer opens or belonged to this portal.",
                        max_length=500,
                        verbose_name="archived address",
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
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["title", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("url", ""), ("url__regex", "^https?://"), _connector="OR"),
                        name="source_url_is_an_address",
                        violation_error_code="url",
                        violation_error_message="Type the address with https:// at its beginning.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("archive_url", ""), ("archive_url__regex", "^https?://"), _connector="OR"),
                        name="source_archive_url_is_an_address",
                        violation_error_code="archive_url",
                        violation_error_message="Type the address with https:// at its beginning.",
                    ),
                ],
            },
            bases=(
                wagtail.models.preview.PreviewableMixin,
                sesec_portal.core.revisions.KeepsVersions,
                models.Model,
                modelsearch.index.Indexed,
            ),
        ),
    ]
