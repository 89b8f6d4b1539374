from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "sesec_portal.home"
    label = "home"
    verbose_name = _("portal")
    kept_settings = ("contactsettings",)

    def ready(self) -> None:
        from . import checks as checks
        from .groups import give_rights

        post_migrate.connect(give_rights)
