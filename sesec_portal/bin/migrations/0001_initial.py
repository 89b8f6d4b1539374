"""What is deleted is kept for ninety days."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Deletion",
            fields=[
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(editable=False, max_length=255, verbose_name="what")),
                ("kind", models.CharField(editable=False, max_length=100, verbose_name="kind")),
                (
                    "deleted_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="deleted at"),
                ),
                ("reason", models.TextField(blank=True, editable=False, verbose_name="reason")),
                (
                    "deleted_by",
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
                "verbose_name": "deletion",
                "ordering": ["-deleted_at"],
            },
        ),
        migrations.CreateModel(
            name="DeletedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("model", models.CharField(editable=False, max_length=200)),
                ("primary_key", models.TextField(editable=False)),
                ("row", models.JSONField(editable=False)),
                ("is_emptied_key", models.BooleanField(default=False, editable=False)),
                ("parent", models.IntegerField(editable=False, null=True)),
                (
                    "deletion",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="bin.deletion",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
    ]
