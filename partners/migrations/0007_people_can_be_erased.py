"""People whose data was erased keep an empty entry, which stays empty."""

from django.db import migrations, models

EMPTY = (
    *("name", "name_zh", "affiliation", "affiliation_zh", "biography", "biography_zh"),
    *("consent", "consent_source"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0001_initial"),
        ("partners", "0006_people_are_drafted"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="erased_on",
            field=models.DateField(editable=False, null=True, verbose_name="erased on"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                name="person_erased_stays_empty",
                condition=models.Q(erased_on=None) | models.Q(live=False, photo=None, **dict.fromkeys(EMPTY, "")),
                violation_error_message="The data of this person was erased.",
            ),
        ),
    ]
