"""The sentence about a consent without a source stands beside that field; the database keeps the rule as it is."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("partners", "0003_edtf_level_1")]

    operations = [
        migrations.AlterConstraint(
            model_name="person",
            name="person_consent_has_a_source",
            constraint=models.CheckConstraint(
                name="person_consent_has_a_source",
                condition=Q(consent="") | ~Q(consent_source=""),
                violation_error_message="Say where the consent is recorded.",
                violation_error_code="consent_source",
            ),
        ),
    ]
