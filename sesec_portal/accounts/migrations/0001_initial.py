"""Takes the count of guesses at passwords over from the app “core”. The table stays as it is, under its former name."""

from django.db import migrations, models

FORMER, LATTER = ("core", "tries"), ("accounts", "passwordattempts")


def take_over(apps, schema_editor):
    """Let the kind of thing and the rights to it go by the new name."""
    _rename(apps, FORMER, LATTER)


def give_back(apps, schema_editor):
    _rename(apps, LATTER, FORMER)


def _rename(apps, former, latter):
    kinds = apps.get_model("contenttypes", "ContentType").objects.filter(app_label=former[0], model=former[1])
    for right in apps.get_model("auth", "Permission").objects.filter(content_type__in=kinds):
        right.codename = right.codename.replace(former[1], latter[1])
        right.name = right.name.replace(former[1], latter[1])
        right.save()
    kinds.update(app_label=latter[0], model=latter[1])


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0005_tries_and_pictures"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="PasswordAttempts",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password_of", models.CharField(editable=False, max_length=60)),
                        ("network", models.CharField(editable=False, max_length=64)),
                        ("number", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("last", models.DateTimeField(db_index=True, editable=False)),
                    ],
                    options={
                        "db_table": "core_tries",
                        "constraints": [
                            models.UniqueConstraint(fields=("password_of", "network"), name="tries_counted_once")
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(take_over, give_back),
    ]
