from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DraftLinksConfig(AppConfig):
    name = "sesec_portal.draft_links"
    label = "draft_links"
    verbose_name = _("draft links")
    quiet_tables = ("draft_links_draftlink",)

    def ready(self) -> None:
        from . import keeping

        keeping.connect()
