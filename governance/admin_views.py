"""Admin views beside the registers: from one phase to the next, and where sources disagree."""

from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView

from governance.disagreements import all_disagreements
from governance.succession import refusal
from governance.succession_form import SuccessionForm
from phases.models import PhasePage


def may_succeed(user, page):
    """Tell whether this user may close this phase and open the next one beside it."""
    may_close = page.permissions_for_user(user).has_right_to_publish()
    return may_close and page.get_parent().permissions_for_user(user).can_add_subpage()


class SuccessionView(WagtailAdminTemplateMixin, View):
    """Closes a phase and drafts the next: a form, then a plan in plain sentences, then the deed."""

    page_title = gettext_lazy("Close this phase, open the next")
    header_icon = "arrow-right-full"
    template_name = "governance/admin/succession.html"

    def get(self, request, page_id):
        self.phase = self._phase(PhasePage.objects.originals())
        return self._show(form=SuccessionForm(phase=self.phase, user=request.user))

    def post(self, request, page_id):
        """Show the plan, or carry it out if it has been seen; all of that in one transaction."""
        with transaction.atomic():
            self.phase = self._phase(PhasePage.objects.originals().select_for_update(of=("self",)))
            form = SuccessionForm(request.POST, phase=self.phase, user=request.user)
            if refusal(self.phase, request.user) or not form.is_valid() or "back" in request.POST:
                return self._show(form=form)
            agreed = "confirm" in request.POST
            outdated = request.POST.get("seen") != str(self.phase.latest_revision_id)
            if not agreed or outdated:
                return self._show(form=form, plan=form.succession, outdated=agreed)
            changed = form.succession.changes_the_end
            draft = form.succession.carry_out(request.user)
        self._tell_how_to_undo(draft, changed)
        return redirect("wagtailadmin_pages:edit", draft.pk)

    def get_page_subtitle(self):
        return self.phase.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.phase.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.phase.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]

    def _phase(self, phases):
        phase = get_object_or_404(phases, pk=self.kwargs["page_id"])
        if not may_succeed(self.request.user, phase):
            raise PermissionDenied
        return phase

    def _show(self, **context):
        refused = refusal(self.phase, self.request.user)
        return self.render_to_response({**self.get_context_data(), "phase": self.phase, "refusal": refused, **context})

    def _tell_how_to_undo(self, draft, changed):
        titles = {"phase": self.phase.title, "successor": draft.title}
        said, buttons = _("This is the draft of %(successor)s. To undo it, delete this draft."), []
        if changed and PhasePage.objects.get(pk=self.phase.pk).workflow_in_progress:
            said = _(
                "The end of %(phase)s awaits the approval of a second person, and this is the draft of %(successor)s. "
                "To undo it, delete this draft, and cancel the approval of %(phase)s."
            )
        elif changed:
            said = _(
                "%(phase)s is closed, and this is the draft of %(successor)s. To undo it, delete this draft, and "
                "publish the former version of %(phase)s from its history."
            )
            history = reverse("wagtailadmin_pages:history", args=[self.phase.pk])
            buttons = [messages.button(history, _("History of %(phase)s") % titles)]
        messages.success(self.request, said % titles, buttons=buttons)


class SaidColumn(Column):
    """What each source says, one to a line."""

    cell_template_name = "governance/admin/said_cell.html"


class DisagreementsReport(ReportView):
    """Lists every dated fact on which sources differ."""

    page_title = gettext_lazy("Sources that disagree")
    header_icon = "warning"
    index_url_name = "governance_admin:disagreements"
    index_results_url_name = "governance_admin:disagreements_results"
    no_results_message = gettext_lazy("No two sources on record disagree on a date.")
    export_filename = "disagreements"
    export_headings = {
        "__str__": gettext_lazy("What"),
        "kind": gettext_lazy("Kind"),
        "fact": gettext_lazy("Fact"),
        "recorded": gettext_lazy("Recorded"),
        "said_in_words": gettext_lazy("What each source says"),
    }
    list_export = list(export_headings)

    @cached_property
    def columns(self):
        finder = AdminURLFinder(self.request.user)
        return [
            TitleColumn("what", label=_("What"), accessor=str, get_url=lambda found: finder.get_edit_url(found.owner)),
            Column("kind", label=_("Kind")),
            Column("fact", label=_("Fact")),
            Column("recorded", label=_("Recorded")),
            SaidColumn("said", label=_("What each source says")),
        ]

    def get_queryset(self):
        return all_disagreements()
