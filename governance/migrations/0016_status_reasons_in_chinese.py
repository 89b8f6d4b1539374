from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0015_sectors_are_also_known_as"),
    ]

    operations = [
        migrations.AddField(
            model_name="statusentry",
            name="why_zh",
            field=models.TextField(blank=True, db_default="", editable=False, verbose_name="why, in Chinese"),
        ),
        migrations.AddField(
            model_name="decision",
            name="new_status_why_zh",
            field=models.TextField(
                blank=True, db_default="", help_text="Shown to readers of Chinese.", verbose_name="why, in Chinese"
            ),
        ),
    ]
