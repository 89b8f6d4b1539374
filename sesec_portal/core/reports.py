"""Reports of Wagtail's that nobody could take along, or with the names of fields at their heads."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView


def let_them_be_taken_along() -> None:
    """Give them their columns and headings; Wagtail's own addresses come before any that a hook could add."""
    PageTypesUsageReportView.export_filename = "page-types"
    PageTypesUsageReportView.export_headings = {"name": _("Type of page"), "count": _("Pages")}
    PageTypesUsageReportView.list_export = ["name", "count"]
    WorkflowView.export_headings = {**WorkflowView.export_headings, "requested_by": _("Requested by")}
    WorkflowTasksView.export_headings = {
        **WorkflowTasksView.export_headings,
        "workflow_state.requested_by": _("Requested by"),
        "workflow_state.content_object.__str__": _("Title"),
    }
