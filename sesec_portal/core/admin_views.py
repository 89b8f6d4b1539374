"""Forms of the admin that put nothing in the place of what somebody else has saved meanwhile.

Wagtail 7.4 asks for it where a form saves itself, and every ten seconds beside the form; who presses "Save" in between
overwrites without a word.
"""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, models, transaction
from django.db.models import Model
from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.pages import edit
from wagtail.log_actions import registry as log_registry
from wagtail.models import Page, Revision, WorkflowMixin
from wagtail.snippets.views import snippets

from sesec_portal.approval.models import asks_for_four_eyes

from .records import Record
from .sent_content import differs


class _Overtaken:
    """What both kinds of forms know of versions."""

    # What they have as views of Wagtail.
    request: Any
    latest_revision: Revision | None
    is_out_of_date: bool
    expects_json_response: bool
    autosave_enabled: bool

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Return the context; a form that was refused saves itself no more until somebody presses "Save" again."""
        if self.request.method == "POST" and not self.expects_json_response:
            self.autosave_enabled = False
        return super().get_context_data(**kwargs)  # type: ignore[misc]  # every view of a form has it

    @property
    def is_overtaken(self) -> bool:
        """Tell whether the form was sent from another version than the last, which it has not shown then."""
        if self.expects_json_response or not self.latest_revision or "overwrite" in self.request.POST:
            return False
        # The form's own autosaves are no surprise to it. `autosave.js` sends the last of them, and "overwrite" where
        # whoever saves has agreed to it in Wagtail's dialog.
        own = self.request.POST.get("own_revision_id")
        return own != str(self.latest_revision.pk) if own else self.is_out_of_date

    def others_wait(self, rows: models.Manager, pk: object) -> bool:
        """Make others wait who save the same thing; tell whether somebody has saved it since this request began."""
        last = rows.select_for_update().get(pk=pk).latest_revision
        if last == self.latest_revision:
            return False
        self.latest_revision = last
        return True

    def sentence(self) -> str:
        """Return what to tell who has sent such a form."""
        return _(
            "Meanwhile %(who)s has saved another version. Nothing was saved; what you typed stands in this form. "
            "Save again to put it in the place of the other version."
        ) % {"who": _name_of(self.latest_revision.user if self.latest_revision else None)}

    def takes_back(self, form: WagtailAdminModelForm, thing: Model, publishes: bool) -> bool:
        """Tell whether who publishes would bring back what somebody has taken down since the form was shown.

        Sent once more, the form is one of something that was down already.
        """
        live = type(thing)._base_manager.filter(pk=thing.pk, live=True).exists()
        if not publishes or live or self.expects_json_response or self.request.POST.get("shown_as") != "live":
            return False
        form.show_as_taken_down()
        return True

    def sentence_of_taking_down(self, thing: Model) -> str:
        """Return what to tell who has sent such a form."""
        entry = log_registry.get_logs_for_instance(thing).filter(action__endswith=".unpublish").first()
        return _(
            "Meanwhile %(who)s has taken this down. Nothing was published; what you typed stands in this form. "
            "Publish again to bring it back."
        ) % {"who": _name_of(entry.user if entry else None)}

    def changes_content(self, form: WagtailAdminModelForm) -> bool:
        """Tell whether what was sent, which is valid, is anything else than the latest version."""
        return form.has_changed() and (not self.latest_revision or differs(form, self.latest_revision.as_object()))

    def said_of_review(self, thing: WorkflowMixin, action: str) -> str:
        """Return what a review has done to the thing, which is as the database has it now."""
        title = {"title": get_latest_str(thing)}
        if action != "approve":
            return _("“%(title)s” was sent back to its author.") % title
        if thing.current_workflow_state:
            return (
                _(
                    "“%(title)s” has changed since it was submitted. The version as it stands now is saved, and awaits "
                    "approval in its turn."
                )
                % title
            )
        return _("“%(title)s” was approved.") % title


class PageEditView(_Overtaken, edit.EditView):
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
                return super().form_valid(form)
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

    def perform_workflow_action(self) -> HttpResponse:
        """Do what the reviewer chose; a review that changes nothing makes no version, which would need its own."""
        self.has_content_changes = self.changes_content(self.form)
        return super().perform_workflow_action()

    def add_save_confirmation_message(self) -> None:
        """Tell what became of what was sent; of a review, what it has done."""
        if self.action_name != "perform_workflow_action":
            super().add_save_confirmation_message()
            return
        said = self.said_of_review(Page.objects.get(pk=self.page.pk), self.workflow_action)
        messages.success(self.request, said)


def _name_of(user: AbstractUser | None) -> str:
    return (user.get_full_name() or user.get_username()) if user else _("somebody else")


class _TooLate(Exception):
    """Somebody else has saved the entry since this request began."""


class _OfRecord:
    """What both forms of a register's entries do: they tell of others' work, and publish after an approval only."""

    # What they have as views of Wagtail.
    model: type[Record]
    object: Any
    produced_error_code: str
    produced_error_message: str

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

    def hold(self) -> None:
        """Make others wait who save the same entry; raises _TooLate where somebody has saved it meanwhile."""

    def as_before(self) -> Model | None:
        """Return the entry that the form is about as it is in the database, None for a new one."""
        return None


class RecordCreateView(_OfRecord, snippets.CreateView):
    """Makes an entry of a register."""


class RecordEditView(_OfRecord, _Overtaken, snippets.EditView):
    """Changes an entry of a register."""

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
            return super().get_success_message(instance)
        return self.said_of_review(self.model._base_manager.get(pk=self.object.pk), self.workflow_action)
