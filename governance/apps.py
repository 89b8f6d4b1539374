from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = _("governance")
    registers = ("seat", "decision", "sector")

    def ready(self):
        from . import indexing

        indexing.connect()
