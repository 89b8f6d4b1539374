"""The report on what the worker does not get done."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from .failing import Failing, failing
from .jobs import recovery


def may_see(user: User | AnonymousUser) -> bool:
    """Tell whether somebody may look after the worker: whoever keeps accounts."""
    return user.has_perm("auth.change_user")


class TryAgainColumn(Column):
    """The button by which it is tried again at once."""

    cell_template_name = "operations/try_again_cell.html"

    def get_cell_context_data(self, instance: Failing, parent_context: Mapping[str, object]) -> dict[str, object]:
        """Return what the cell needs, which is made of a context of its own: the token of the form too."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(cast(HttpRequest, parent_context["request"]))}


class FailingReport(ReportView):
    """Lists what has failed and was not done since, with the reason."""

    page_title = gettext_lazy("Work that fails")
    header_icon = "warning"
    index_url_name = "failing"
    index_results_url_name = "failing_results"
    no_results_message = gettext_lazy("The worker gets everything done.")
    export_filename = "work-that-fails"
    export_headings = {
        "what": gettext_lazy("What"),
        "reason": gettext_lazy("Reason"),
        "tried": gettext_lazy("Tried"),
        "last": gettext_lazy("Last tried"),
        "next": gettext_lazy("Tried again"),
    }
    list_export = list(export_headings)

    @property
    def columns(self) -> list[Column]:
        told = [Column(name, label=heading) for name, heading in self.export_headings.items()]
        return [*told, TryAgainColumn("pk", label="")]

    def get_queryset(self) -> list[Failing]:
        return failing()

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


@require_POST
def try_again(request: HttpRequest, key: UUID) -> HttpResponse:
    """Have a task that failed tried again at once."""
    if not may_see(request.user):
        raise PermissionDenied
    if recovery.try_now(key):
        messages.success(request, _("It is tried again within seconds. If it fails, it comes back here."))
    else:
        messages.warning(request, _("It is being done at this moment, or has been done."))
    return redirect("failing")
