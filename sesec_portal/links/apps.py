from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinksConfig(AppConfig):
    name = "sesec_portal.links"
    label = "links"
    verbose_name = _("links")
    quiet_tables = ("links_externallink", "links_linkuse")
