from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StandardsConfig(AppConfig):
    name = "standards"
    verbose_name = _("standards")
    registers = ("term",)

    def ready(self):
        from . import indexing

        indexing.connect()
