from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PhasesConfig(AppConfig):
    name = "phases"
    verbose_name = _("phases")

    def ready(self):
        from . import indexing

        indexing.connect()
