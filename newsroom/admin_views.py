"""The desk of the newsroom: a newsletter issue from the items of its period."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .issue import compose, gather
from .models import PublicationPage


def may_compose(user, page):
    """Tell whether somebody may fill an issue: who may edit the page, while nobody has locked it."""
    return page.permissions_for_user(user).can_edit() and not page.permissions_for_user(user).page_locked()


def refusal(issue):
    """Return the sentence that says why an issue cannot be filled as it stands; None where it can."""
    if issue.body:
        return _("This issue has a text already. Empty it and save it first; it stays in the page’s history.")
    if not (issue.starts and issue.ends):
        return _("Type the first and the last day of the period of which the issue tells, and save it first.")
    if not gather(issue):
        return _(
            "Nothing was published here that happened, opened, closed or was held in this period. Sample entries are "
            "left out."
        )
    return None


class ComposeIssueView(WagtailAdminTemplateMixin, View):
    """Shows what belongs to the period of an issue, and then writes it into the issue’s text, as a draft."""

    page_title = gettext_lazy("Fill from the period’s items")
    header_icon = "list-ul"
    template_name = "newsroom/admin/compose_issue.html"

    def get(self, request, page_id):
        issue = self._issue(PublicationPage.objects.originals(), page_id)
        return self._show(issue)

    @transaction.atomic
    def post(self, request, page_id):
        """Save the issue with its new text as a draft, and lead to its form."""
        issue = self._issue(PublicationPage.objects.originals().select_for_update(of=("self",)), page_id)
        if refusal(issue):
            return self._show(issue)
        items = gather(issue)
        issue.body = issue.body.stream_block.to_python(compose(items))
        issue.save_revision(user=request.user, log_action=True)
        messages.success(request, _("%(count)s items stand in the text now, as a draft.") % {"count": len(items)})
        return redirect("wagtailadmin_pages:edit", issue.pk)

    def _issue(self, pages, page_id):
        issue = get_object_or_404(pages, pk=page_id).get_latest_revision_as_object()
        if not may_compose(self.request.user, issue):
            raise PermissionDenied
        return issue

    def _show(self, issue):
        told = {"issue": issue, "refusal": refusal(issue), "items": gather(issue)}
        return self.render_to_response({**self.get_context_data(), **told})
