import warnings

from bs4 import MarkupResemblesLocatorWarning
from django.apps import AppConfig
from django.conf import settings
from PIL import Image


class CoreConfig(AppConfig):
    name = "sesec_portal.core"
    label = "core"
    verbose_name = "SESEC core"

    def ready(self):
        from wagtail.admin.views.mixins import SpreadsheetExportMixin

        from . import privacy, renditions, together
        from .login import language, lockout, second_factor, sessions
        from .open_data import harmless
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
        # What the admin exports is opened in spreadsheets too.
        SpreadsheetExportMixin.custom_value_preprocess[object] = {SpreadsheetExportMixin.FORMAT_CSV: harmless}
        # At twice this number Pillow refuses a picture before it takes any memory for it.
        Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 2
        warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
        # Wagtail and wagtail-localize hand plain texts to an HTML parser; a text that is an address is no mistake.
        warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)
