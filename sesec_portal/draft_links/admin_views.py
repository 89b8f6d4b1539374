"""Where links to drafts are made, seen and revoked."""

from collections.abc import Mapping
from typing import cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, Table, TitleColumn, UserColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import log
from wagtail.models import Page

from sesec_portal.core.absolute_urls import absolute

from .forms import DraftLinkForm
from .models import DraftLink
from .rules import may_show, pages_to_show, refusal


class RevokeColumn(Column):
    """The button that ends a link which works."""

    cell_template_name = "draft_links/admin/revoke_cell.html"

    def get_cell_context_data(self, instance: DraftLink, parent_context: Mapping[str, object]) -> dict[str, object]:
        """Return what the cell needs, which is made of a context of its own: the token of the form too."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(cast(HttpRequest, parent_context["request"]))}


def columns_of_links() -> list[Column]:
    """Return what is told of a link beside its page."""
    return [
        DateColumn("version", label=_("Version"), accessor="revision.created_at"),
        UserColumn("created_by", label=_("Made by")),
        Column("until", label=_("Works until")),
        Column("state", label=_("State")),
        Column("views", label=_("Views")),
        DateColumn("last_viewed_at", label=_("Last viewed")),
        RevokeColumn("pk", label=_("Revoke")),
    ]


class PageLinksView(WagtailAdminTemplateMixin, View):
    """The links to versions of one page, and the form for a new one, whose address is shown once."""

    page_title = gettext_lazy("Show this draft to somebody")
    header_icon = "view"
    template_name = "draft_links/admin/page_links.html"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        """Let in whoever may edit the page."""
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not may_show(request.user, self.page):
            raise PermissionDenied
        self.refusal = refusal(self.page, self.page.latest_revision)
        return super().dispatch(request, page_id)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Show the form and the list."""
        return self._show(DraftLinkForm())

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Make a link to the latest version and show its address."""
        form = DraftLinkForm(request.POST)
        if self.refusal or not form.is_valid():
            return self._show(form)
        with transaction.atomic():
            typed = form.cleaned_data
            by = cast(User, request.user)
            link, token = DraftLink.make(self.page.latest_revision, typed["note"], typed["days"], by)
            _tell_history("draft_links.create", link, request)
        return self._show(DraftLinkForm(), absolute(reverse("draft", args=[token])))

    def get_page_subtitle(self) -> str:
        """Name the page."""
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        """Lead back to the page, and name this one at its head."""
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), edit, {"url": "", "label": self.page_title}]

    def _show(self, form: DraftLinkForm, address: str = "") -> HttpResponse:
        columns = [Column("note", label=_("For whom")), *columns_of_links()]
        told = {
            "page": self.page,
            "refusal": self.refusal,
            "form": form,
            "address": address,
            "table": Table(columns, DraftLink.objects.of(self.page)),
        }
        return self.render_to_response({**self.get_context_data(), **told})


@require_POST
def revoke(request: HttpRequest, link_id: int) -> HttpResponse:
    """End a link at once."""
    link = get_object_or_404(DraftLink.objects.select_related("page", "revision"), pk=link_id)
    if not may_show(request.user, link.page):
        raise PermissionDenied
    open_still = DraftLink.objects.filter(pk=link.pk, revoked_at=None)
    with transaction.atomic():
        if open_still.update(revoked_at=timezone.now(), revoked_by=request.user):
            _tell_history("draft_links.revoke", link, request)
    messages.success(request, _("The link for %(whom)s no longer works.") % {"whom": link.note})
    return redirect("draft_links:page", link.page_id)


class DraftLinksReport(ReportView):
    """All links to versions of the pages that somebody may edit."""

    page_title = gettext_lazy("Draft links")
    header_icon = "view"
    index_url_name = "draft_links:report"
    index_results_url_name = "draft_links:report_results"
    no_results_message = gettext_lazy("Nobody has been shown a draft of a page that you may edit.")
    export_filename = "draft-links"
    list_export = ["page", "note", "created_by", "created_at", "ends_at", "state", "views", "last_viewed_at"]

    @property
    def columns(self) -> list[Column]:
        address = "draft_links:page"
        return [
            TitleColumn("page", label=_("Page"), get_url=lambda link: reverse(address, args=[link.page_id])),
            Column("note", label=_("For whom")),
            *columns_of_links(),
        ]

    def get_queryset(self) -> QuerySet[DraftLink]:
        links = DraftLink.objects.filter(page__in=pages_to_show(self.request.user))
        return links.select_related("page", "revision", "created_by")


def _tell_history(action: str, link: DraftLink, request: HttpRequest) -> None:
    log(link.page, action, user=request.user, revision=link.revision, data={"whom": link.note})
