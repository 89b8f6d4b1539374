"""Counts guesses at page passwords; pictures are drawn anew as they are stored, which changes no column."""

import wagtail.images.models
from django.db import migrations, models

import sesec_portal.media.uploads.pictures


class Migration(migrations.Migration):
    dependencies = [("core", "0004_search_at_any_size")]

    operations = [
        migrations.AlterField(
            model_name="portalimage",
            name="file",
            field=sesec_portal.media.uploads.pictures.PictureField(
                height_field="height",
                upload_to=wagtail.images.models.get_upload_to,
                verbose_name="file",
                width_field="width",
            ),
        ),
        migrations.CreateModel(
            name="Tries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password_of", models.CharField(editable=False, max_length=60)),
                ("network", models.CharField(editable=False, max_length=64)),
                ("number", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("last", models.DateTimeField(db_index=True, editable=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("password_of", "network"), name="tries_counted_once"),
                ],
            },
        ),
    ]
