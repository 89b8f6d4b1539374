import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_records_views_and_synonyms"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchentry",
            name="topics",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.IntegerField(), db_default=[], default=list, editable=False, size=None
            ),
        ),
        migrations.AlterField(
            model_name="searchentry",
            name="format",
            field=models.PositiveSmallIntegerField(db_default=0, default=2, editable=False),
        ),
    ]
