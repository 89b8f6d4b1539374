from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "sesec_portal.media"
    label = "media"
    verbose_name = "SESEC media"
    # A rendition is made from what is there.
    quiet_inserts = ("core_portalrendition",)
    # Former files are shown in the admin alone.
    quiet_tables = ("media_formerfile",)

    def ready(self) -> None:
        from . import former_files, renditions

        former_files.connect()
        renditions.connect()
