from django.apps import AppConfig


class CountingConfig(AppConfig):
    name = "sesec_portal.counting"
    label = "counting"
    verbose_name = "SESEC counting"
    quiet_tables = ("counting_dailysum", "counting_summedfile")
