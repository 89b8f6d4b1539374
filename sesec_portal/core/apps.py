import warnings

from bs4 import MarkupResemblesLocatorWarning
from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "sesec_portal.core"
    label = "core"
    verbose_name = "SESEC core"

    def ready(self):
        from . import privacy, renditions, together
        from .login import language, lockout, second_factor, sessions
        from .page_cache import editing, writes
        from .search_index import signals
        from .share_images import tasks as share_images

        privacy.connect()
        together.connect()
        signals.connect()
        renditions.connect()
        share_images.connect()
        for module in (language, lockout, second_factor, sessions):
            module.connect()
        writes.watch()
        editing.watch()
        # Wagtail and wagtail-localize hand plain texts to an HTML parser; a text that is an address is no mistake.
        warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)
