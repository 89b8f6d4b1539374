import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_topics"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchentry",
            name="names",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), db_default=[], default=list, editable=False, size=None
            ),
        ),
        migrations.AlterField(
            model_name="searchentry",
            name="format",
            field=models.PositiveSmallIntegerField(db_default=0, default=3, editable=False),
        ),
    ]
