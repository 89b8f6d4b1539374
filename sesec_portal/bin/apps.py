from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BinConfig(AppConfig):
    name = "sesec_portal.bin"
    label = "bin"
    verbose_name = _("bin")
    quiet_tables = ("bin_deletion", "bin_deletedrow")

    def ready(self) -> None:
        from . import keeping

        keeping.connect()
