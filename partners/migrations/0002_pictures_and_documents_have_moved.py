"""Pictures and documents are of the app “media” now; their tables, and the columns that name them, stay."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0001_initial"),
        ("partners", "0001_initial"),
    ]

    run_before = [("core", "0006_models_have_moved")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="partnerpage",
                    name="logo",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Only with the partner's permission. Without one, the acronym is set in letters.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="media.portalimage",
                        verbose_name="logo",
                    ),
                ),
                migrations.AlterField(
                    model_name="person",
                    name="photo",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The picture's own alternative text is printed with it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="media.portalimage",
                        verbose_name="photo",
                    ),
                ),
            ]
        )
    ]
