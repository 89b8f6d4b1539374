"""Pictures and documents are of the app “media” now; their tables, and the columns that name them, stay."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0004_moments_of_recording"),
        ("media", "0001_initial"),
    ]

    run_before = [("core", "0006_models_have_moved")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="meetingpage",
                    name="minutes",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The approved minutes, as a document that may be public.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="media.portaldocument",
                        verbose_name="minutes",
                    ),
                ),
            ]
        )
    ]
