"""The bin in the admin."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, UserColumn
from wagtail.admin.views.reports import ReportView

from .models import Deletion
from .permissions import may_bring_back, may_see
from .restoring import bring_back


class BringBackColumn(Column):
    """The button that brings it back, where the reader may."""

    cell_template_name = "bin/bring_back_cell.html"

    def get_cell_context_data(self, instance: Deletion, parent_context: Mapping[str, object]) -> dict[str, object]:
        """Return what the cell needs, which is made of a context of its own: the token of the form too."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(parent_context["request"])}


class BinView(ReportView):
    """Lists what was deleted, and offers to bring it back."""

    page_title = gettext_lazy("Bin")
    header_icon = "bin"
    index_url_name = "bin:list"
    index_results_url_name = "bin:list_results"
    no_results_message = gettext_lazy("Nothing that you may bring back was deleted in the last ninety days.")
    export_filename = "bin"
    export_headings = {
        "title": gettext_lazy("What"),
        "kind": gettext_lazy("Kind"),
        "deleted_at": pgettext_lazy("heading of a column", "Deleted"),
        "deleted_by": gettext_lazy("Deleted by"),
        "reason": gettext_lazy("Reason"),
        "kept_until": gettext_lazy("Kept until"),
    }
    list_export = list(export_headings)

    @property
    def columns(self) -> list[Column]:
        return [
            Column("title", label=_("What")),
            Column("kind", label=_("Kind")),
            DateColumn("deleted_at", label=pgettext_lazy("heading of a column", "Deleted")),
            UserColumn("deleted_by", label=_("Deleted by")),
            Column("reason", label=_("Reason")),
            # Wagtail's column for dates says "Just now" of every moment to come.
            Column("kept_until", label=_("Kept until"), accessor=lambda deletion: date_format(deletion.kept_until)),
            BringBackColumn("pk", label=""),
        ]

    def get_queryset(self) -> list[Deletion]:
        deletions = Deletion.objects.with_kinds().select_related("deleted_by")
        return [each for each in deletions if may_bring_back(self.request.user, each)]

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_see(request.user):
            return redirect("wagtailadmin_home")
        return super().dispatch(request, *args, **kwargs)


@require_POST
def restore(request: HttpRequest, key: str) -> HttpResponse:
    """Bring back what one deletion took, or say why it cannot come back."""
    deletion = Deletion.objects.with_kinds().filter(pk=key).first()
    if not deletion:
        messages.warning(request, _("It is not in the bin any more: it was brought back, or its time was over."))
        return redirect("bin:list")
    if not may_bring_back(request.user, deletion):
        messages.error(request, _("You may not bring this back: it takes the right to delete it."))
        return redirect("wagtailadmin_home")
    try:
        bring_back(deletion, request.user)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    else:
        messages.success(request, _("“%(thing)s” is back as it was.") % {"thing": deletion.title})
    return redirect("bin:list")
