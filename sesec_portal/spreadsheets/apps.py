from django.apps import AppConfig


class SpreadsheetsConfig(AppConfig):
    name = "sesec_portal.spreadsheets"
    label = "spreadsheets"
    verbose_name = "SESEC spreadsheets"
    quiet_tables = ("spreadsheets_upload",)
