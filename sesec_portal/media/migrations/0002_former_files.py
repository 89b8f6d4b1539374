"""The file that a picture or document had before is kept for ninety days."""

import django.db.models.deletion
import django.utils.timezone
import sesec_portal.media.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.FileField(
                        editable=False,
                        max_length=255,
                        upload_to=sesec_portal.media.models.former_path,
                        verbose_name="file",
                    ),
                ),
                (
                    "replaced_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="replaced at"),
                ),
                (
                    "document",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_files",
                        to="media.portaldocument",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_files",
                        to="media.portalimage",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "former file",
                "verbose_name_plural": "former files",
                "ordering": ["-replaced_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("picture", None)),
                            models.Q(("document", None), ("picture__isnull", False)),
                            _connector="OR",
                        ),
                        name="former_file_is_of_one_thing",
                    )
                ],
            },
        ),
    ]
