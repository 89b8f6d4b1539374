"""Dates may be seasons, decades and centuries, and leave digits unspecified; no day that the calendar lacks is kept."""

from django.db import migrations

from sesec_portal.edtf.fields import RenewDateChecks


class Migration(migrations.Migration):
    dependencies = [("partners", "0002_pictures_and_documents_have_moved")]

    operations = [RenewDateChecks()]
