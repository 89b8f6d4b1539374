"""Reports of Wagtail's that could not be taken along, or not with words at their heads."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView


class PageTypesReport(PageTypesUsageReportView):
    """Lists the types of pages, as Wagtail does, and as CSV or XLSX too."""

    export_filename = "page-types"
    export_headings = {"name": _("Type of page"), "count": _("Pages")}
    list_export = list(export_headings)


class WorkflowsReport(WorkflowView):
    """Lists what was submitted, as Wagtail does; its files say in words who did."""

    export_headings = {**WorkflowView.export_headings, "requested_by": _("Requested by")}


class WorkflowTasksReport(WorkflowTasksView):
    """Lists the steps of what was submitted, likewise."""

    export_headings = {
        **WorkflowTasksView.export_headings,
        "workflow_state.requested_by": _("Requested by"),
        "workflow_state.content_object.__str__": _("Title"),
    }
