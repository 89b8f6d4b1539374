"""“Organisation” is spelt in one way, official names aside."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0009_careers"),
    ]

    operations = [
        migrations.AlterField(
            model_name="partnerpage",
            name="kind",
            field=models.CharField(
                choices=[
                    ("eso", "European Standardization Organization"),
                    ("eu", "EU institution"),
                    ("igo", "intergovernmental organisation"),
                    ("other", "other organisation"),
                ],
                help_text="What sort of organisation it is.",
                max_length=10,
                verbose_name="kind",
            ),
        ),
    ]
