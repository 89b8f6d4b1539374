"""Dates may be seasons, decades and centuries, and leave digits unspecified; no day that the calendar lacks is kept."""

from django.db import migrations

from sesec_portal.core.fields import RenewDateChecks


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_initial")]

    operations = [RenewDateChecks()]
