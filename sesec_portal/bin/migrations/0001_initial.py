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
                ("key", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=255, verbose_name="what")),
                ("kind", models.CharField(max_length=100, verbose_name="kind")),
                ("deleted_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="deleted at")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "deleted_by",
                    models.ForeignKey(
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
                ("model", models.CharField(max_length=200)),
                ("primary_key", models.TextField()),
                ("row", models.JSONField()),
                ("is_emptied_key", models.BooleanField(default=False)),
                ("parent", models.IntegerField(null=True)),
                (
                    "deletion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="bin.deletion"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
    ]
