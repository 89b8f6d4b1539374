from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "sesec_portal.figures"
    label = "figures"
    verbose_name = "SESEC figures"
