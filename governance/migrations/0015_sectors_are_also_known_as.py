from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0014_tables_are_pasted"),
    ]

    operations = [
        migrations.AddField(
            model_name="sector",
            name="aka",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="Other names in English or Chinese, one to a line: AI. Readers find the sector by them.",
                verbose_name="also known as",
            ),
        ),
    ]
