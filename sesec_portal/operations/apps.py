from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "sesec_portal.operations"
    label = "operations"
    verbose_name = "SESEC operations"
    quiet_tables = ("django_tasks_database_dbtaskresult",)
