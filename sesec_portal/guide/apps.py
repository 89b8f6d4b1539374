from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "sesec_portal.guide"
    label = "guide"
    verbose_name = "SESEC guide for editors"
