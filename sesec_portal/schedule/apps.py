from django.apps import AppConfig


class ScheduleConfig(AppConfig):
    name = "sesec_portal.schedule"
    label = "schedule"
    verbose_name = "SESEC schedule"
