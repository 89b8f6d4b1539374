from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "sesec_portal.core"
    label = "core"
    verbose_name = "SESEC core"
