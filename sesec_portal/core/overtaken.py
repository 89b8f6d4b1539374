"""What forms of the admin know of what somebody else has done to the same thing meanwhile.

Wagtail 7.4 asks for it where a form saves itself, and every ten seconds beside the form; who presses "Save" in between
overwrites without a word.
"""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.admin.utils import get_latest_str
from wagtail.log_actions import registry as log_registry
from wagtail.models import Revision, WorkflowMixin

from .sent_content import differs


class Overtaken:
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

    @staticmethod
    def said_of_no_review(thing: WorkflowMixin) -> str:
        """Return what became of a review that had ended before."""
        return _(
            "The review of “%(title)s” had ended already. Nothing was approved or sent back; what the form had is "
            "saved as a draft."
        ) % {"title": get_latest_str(thing)}

    @staticmethod
    def said_of_review(thing: WorkflowMixin, action: str | None) -> str:
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


def _name_of(user: AbstractUser | None) -> str:
    return user_display_name(user) or _("somebody else")
