from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApprovalConfig(AppConfig):
    name = "sesec_portal.approval"
    label = "approval"
    verbose_name = _("approval")
    quiet_tables = ("approval_approvaltask", "approval_approvaltask_groups")
