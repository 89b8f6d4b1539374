from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "sesec_portal.desk"
    label = "desk"
    verbose_name = "SESEC desk"
