"""The sentence about a missing public text stands beside that field; the database keeps the rule as it is."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("governance", "0006_edtf_level_1")]

    operations = [
        migrations.AlterConstraint(
            model_name="decision",
            name="decision_summary_is_written",
            constraint=models.CheckConstraint(
                name="decision_summary_is_written",
                condition=~Q(disclosure="summary") | ~Q(summary=""),
                violation_error_message="Write the public text, or choose another level.",
                violation_error_code="summary",
            ),
        ),
    ]
