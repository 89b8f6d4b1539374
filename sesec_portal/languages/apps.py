from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "sesec_portal.languages"
    label = "languages"
    verbose_name = "SESEC languages"

    def ready(self) -> None:
        from . import privacy, together

        privacy.connect()
        together.connect()
