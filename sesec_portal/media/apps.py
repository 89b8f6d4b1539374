from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "sesec_portal.media"
    label = "media"
    verbose_name = "SESEC media"
    # A rendition is made from what is there.
    quiet_inserts = ("core_portalrendition",)

    def ready(self) -> None:
        from . import renditions

        renditions.connect()
