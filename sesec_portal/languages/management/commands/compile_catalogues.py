"""Compiles the interface's translations without GNU gettext."""

import polib
from django.conf import settings
from django.core.management import BaseCommand


class Command(BaseCommand):
    help = "Writes a .mo file beside each .po file of the portal that is newer."

    requires_system_checks = []

    def handle(self, **options: object) -> None:
        for folder in settings.LOCALE_PATHS:
            for catalogue in sorted(folder.rglob("*.po")):
                compiled = catalogue.with_suffix(".mo")
                if not compiled.exists() or compiled.stat().st_mtime <= catalogue.stat().st_mtime:
                    polib.pofile(str(catalogue)).save_as_mofile(str(compiled))
