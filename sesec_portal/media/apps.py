import warnings

from django.apps import AppConfig
from django.conf import settings
from PIL import Image


class MediaConfig(AppConfig):
    name = "sesec_portal.media"
    label = "media"
    verbose_name = "SESEC media"
    # A rendition is made from what is there.
    quiet_inserts = ("core_portalrendition",)

    def ready(self) -> None:
        from . import renditions

        renditions.connect()
        # At twice this number Pillow refuses a picture before it takes any memory for it.
        Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 2
        warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
