from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WordingConfig(AppConfig):
    name = "sesec_portal.wording"
    label = "wording"
    verbose_name = _("wording")
    registers = ("watchedphrase", "allowedphrase")
    quiet_tables = ("wording_watchedphrase", "wording_allowedphrase", "wording_acceptedwording")
