from django.apps import AppConfig


class ShareImagesConfig(AppConfig):
    name = "sesec_portal.share_images"
    label = "share_images"
    verbose_name = "SESEC share images"

    def ready(self) -> None:
        from . import tasks

        tasks.connect()
