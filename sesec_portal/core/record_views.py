"""The forms of an entry of a register: what somebody else has saved meanwhile stays, and what takes two takes two."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.forms import Form
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.snippets.views import snippets

from sesec_portal.approval.models import asks_for_four_eyes

from .asking import QUESTION, SUBMITTED
from .comparing.buttons import HistoryLeadsToComparison, LeadsToComparison
from .overtaken import Overtaken
from .records import Record
from .side_panels import WithSidePanels


class _TooLate(Exception):
    """Somebody else has saved the entry since this request began."""


class _OfRecord:
    """What both forms of a register's entries do: they tell of others' work, and publish after an approval only."""

    # What they have as views of Wagtail.
    model: type[Record]
    object: Any
    action: str
    workflow_action: str | None
    produced_error_code: str
    produced_error_message: str | None

    def get_available_actions(self) -> list[str]:
        """Return what can be done with what is sent: no publishing without an approval where one is asked for."""
        actions = super().get_available_actions()  # type: ignore[misc]  # every view of a form has it
        if asks_for_four_eyes(self.model.get_default_workflow()):
            return [action for action in actions if action != "publish"]
        return actions

    def form_valid(self, form: Form) -> HttpResponse:
        """Save what was sent, or show it again beside what was taken or saved in the same moment."""
        try:
            with transaction.atomic():
                self.hold()
                return super().form_valid(form)  # type: ignore[misc]  # likewise
        except _TooLate:
            return self.form_invalid(form)  # type: ignore[attr-defined]  # likewise
        except IntegrityError:
            self.object = self.as_before()
            again = self.get_form()  # type: ignore[attr-defined]  # likewise
            if self.is_valid(again):  # type: ignore[attr-defined]  # likewise
                raise
            return self.form_invalid(again)  # type: ignore[attr-defined]  # likewise

    def run_action_method(self) -> HttpResponse | None:
        """Do what was chosen with what was saved, unless a hook asks first."""
        approves = self.action == "workflow-action" and self.workflow_action == "approve"
        hands_on = approves or self.action in {"publish", "submit", "restart-workflow"}
        question = self.run_hook(QUESTION, self.request, self.object) if hands_on else None  # type: ignore[attr-defined]  # likewise
        response = question or super().run_action_method()  # type: ignore[misc]  # likewise
        if self.action in {"submit", "restart-workflow"} and not response:
            self.run_hook(SUBMITTED, self.request, self.object)  # type: ignore[attr-defined]  # likewise
        return response

    def hold(self) -> None:
        """Make others wait who save the same entry; raises _TooLate where somebody has saved it meanwhile."""

    def as_before(self) -> Model | None:
        """Return the entry that the form is about as it is in the database, None for a new one."""
        return None


class RecordCreateView(_OfRecord, WithSidePanels, snippets.CreateView):
    """Makes an entry of a register."""


# Why a form is shown again, where its sender has done nothing wrong.
_BY_OTHERS = {"invalid_revision", "taken_down"}


class RecordEditView(_OfRecord, LeadsToComparison, WithSidePanels, Overtaken, snippets.EditView):
    """Changes an entry of a register."""

    produced_error_code = ""

    @cached_property
    def is_out_of_date(self) -> bool:  # type: ignore[override]  # it is one of Wagtail's views too
        """Whether the form was made before the latest version; one that names no version, before the first."""
        names_one = any(self.request.POST.get(name) for name in ("overwrite_revision_id", "loaded_revision_id"))
        return super().is_out_of_date if names_one else bool(self.latest_revision)

    def is_valid(self, form: Form) -> bool:
        """Tell whether what was sent can be saved; the message says why not."""
        if self.is_overtaken:
            self.produced_error_code, self.produced_error_message = "invalid_revision", self.sentence()
            return False
        publishes = self.action == "publish" or (self.action == "workflow-action" and self.workflow_action == "approve")
        if self.takes_back(form, self.object, publishes):
            self.produced_error_code = "taken_down"
            self.produced_error_message = self.sentence_of_taking_down(self.object)
            return False
        return super().is_valid(form)

    def form_invalid(self, form: Form) -> HttpResponse:
        """Show the form again; what somebody else did meanwhile stands in the history."""
        if not self.expects_json_response and self.produced_error_code in _BY_OTHERS:
            changes = messages.button(self.get_history_url(), _("See what changed"))
            messages.error(self.request, self.produced_error_message, buttons=[changes])
            self.produced_error_message = None
        return super().form_invalid(form)

    def hold(self) -> None:
        """Make others wait who save the same entry; raises _TooLate where somebody has saved it meanwhile."""
        if self.others_wait(self.model._base_manager, self.object.pk):
            self.produced_error_code, self.produced_error_message = "invalid_revision", self.sentence()
            raise _TooLate

    def as_before(self) -> Model:
        """Return the latest version of the entry."""
        return self.get_object()

    def save_instance(self) -> Model:
        """Save what was sent; a review that changes nothing makes no version, which would need its own."""
        if self.action == "workflow-action" and not self.changes_content(self.form):
            self.new_revision = None
            return self.object
        return super().save_instance()

    def submit_action(self) -> HttpResponse | None:
        """Submit the version that was saved just now; the workflow, as Wagtail has read it, knows the former one."""
        self.__dict__.pop("workflow_state", None)
        return super().submit_action()

    def get_success_message(self, instance: Model | None = None) -> str:
        """Return what became of what was sent; of a review, what it has done."""
        if self.action != "workflow-action":
            if "action-workflow-action" in self.request.POST:
                return self.said_of_no_review(self.object)
            return super().get_success_message(instance)
        return self.said_of_review(self.model._base_manager.get(pk=self.object.pk), self.workflow_action)


class RecordHistory(HistoryLeadsToComparison, snippets.HistoryView):
    """What became of an entry of a register."""
