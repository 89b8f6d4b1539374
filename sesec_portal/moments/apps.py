from django.apps import AppConfig


class MomentsConfig(AppConfig):
    name = "sesec_portal.moments"
    label = "moments"
    verbose_name = "SESEC moments"
