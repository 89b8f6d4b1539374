"""Reports of Wagtail's that could not be taken along."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView


class PageTypesReport(PageTypesUsageReportView):
    """Lists the types of pages, as Wagtail does, and as CSV or XLSX too."""

    export_filename = "page-types"
    export_headings = {"name": _("Type of page"), "count": _("Pages")}
    list_export = list(export_headings)
