from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WordPressConfig(AppConfig):
    name = "sesec_portal.wordpress"
    verbose_name = _("former site")
    # For pagecache.invalidation: pages show nothing of it.
    quiet_tables = ("wordpress_importeditem",)
