"""What staff should look after: closed calls of which nobody recorded what came of them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import PageReportView

from .models import CallPage


class CallsWithoutOutcome(PageReportView):
    """Lists the closed calls without an outcome, the last that closed first."""

    page_title = _("Closed calls without an outcome")
    header_icon = "time"
    index_url_name = "standards_admin:calls_without_outcome"
    index_results_url_name = "standards_admin:calls_without_outcome_results"
    no_results_message = _("Every closed call has an outcome on record.")
    export_filename = "calls-without-outcome"

    def get_queryset(self):
        return CallPage.objects.live().originals().without_outcome()
