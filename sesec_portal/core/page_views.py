"""The forms of a page, which put nothing in the place of what somebody else has saved, and ask before they hand on."""

from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.views.pages import create, edit, history
from wagtail.models import Page

from .asking import AsksFirst
from .comparing.buttons import HistoryLeadsToComparison, LeadsToComparison
from .overtaken import Overtaken
from .side_panels import WithSidePanels


class PageCreateView(AsksFirst, WithSidePanels, create.CreateView):
    """Makes a page."""

    def form_valid(self, form: WagtailAdminPageForm) -> HttpResponse:
        """Make what was sent; where something is asked about it, it is a draft."""
        with transaction.atomic():
            return self.question(form) or super().form_valid(form)


class PageEditView(AsksFirst, LeadsToComparison, WithSidePanels, Overtaken, edit.EditView):
    """Changes a page."""

    def form_valid(self, form: WagtailAdminPageForm) -> HttpResponse:
        """Save, publish, submit or approve what was sent, or show it again beside what was saved meanwhile."""
        with transaction.atomic():
            if self.others_wait(Page.objects, self.page.pk):
                for known in ("is_out_of_date", "latest_revision_created_at"):
                    self.__dict__.pop(known, None)
                if self.expects_json_response and self.is_out_of_date:
                    # As Wagtail answers an autosave that came later.
                    return self.json_error_response("invalid_revision", _("Saving will overwrite a newer version."))
            overtaken = self.is_overtaken
            if not overtaken and not self.takes_back(form, self.page, self.publishes):
                self.has_content_changes = form.has_changed()
                return self.question(form) or super().form_valid(form)
        if self.action_name == "save":
            form.restore_required_fields()
        changes = reverse("wagtailadmin_pages:history", args=[self.page.pk])
        said = self.sentence() if overtaken else self.sentence_of_taking_down(self.page)
        messages.error(self.request, said, buttons=[messages.button(changes, _("See what changed"))])
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    @property
    def publishes(self) -> bool:
        """Whether what was chosen ends with a publication."""
        approves = self.action_name == "perform_workflow_action" and self.workflow_action == "approve"
        return approves or self.action_name == "publish"

    def workflow_action_is_valid(self) -> bool:
        """Tell whether the reviewer may do what was chosen; nobody may where a colleague has ended the review."""
        return bool(self.page.current_workflow_task) and super().workflow_action_is_valid()

    @property
    def hands_on(self) -> bool:
        """Whether what was chosen goes to readers or to reviewers."""
        return super().hands_on or self.publishes

    def saves_before_asking(self, form: WagtailAdminPageForm) -> bool:
        """Tell whether what was sent has to be kept first; a review that changes nothing makes no version."""
        return self.action_name != "perform_workflow_action" or self.changes_content(form)

    def perform_workflow_action(self) -> HttpResponse:
        """Do what the reviewer chose; a review that changes nothing makes no version, which would need its own."""
        self.has_content_changes = self.changes_content(self.form)
        return super().perform_workflow_action()

    def add_save_confirmation_message(self) -> None:
        """Tell what became of what was sent; of a review, what it has done."""
        if self.asks:
            # The page that asks says that it is saved.
            return
        if self.action_name != "perform_workflow_action":
            if "action-workflow-action" in self.request.POST:
                messages.warning(self.request, self.said_of_no_review(self.page))
            else:
                super().add_save_confirmation_message()
            return
        said = self.said_of_review(Page.objects.get(pk=self.page.pk), self.workflow_action)
        messages.success(self.request, said)


class PageHistory(HistoryLeadsToComparison, history.PageHistoryView):
    """What became of a page."""
