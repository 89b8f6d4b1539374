"""Forms of the admin that put nothing in the place of what somebody else has saved meanwhile.

Wagtail 7.4 asks for it where a form saves itself, and every ten seconds beside the form; who presses "Save" in between
overwrites without a word.
"""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.views.pages import edit
from wagtail.models import Page, Revision
from wagtail.snippets.views import snippets


class _Overtaken:
    """What both kinds of forms know of versions."""

    # What they have as views of Wagtail.
    request: Any
    latest_revision: Revision | None
    is_out_of_date: bool
    expects_json_response: bool

    @property
    def is_overtaken(self) -> bool:
        """Tell whether the form was sent from another version than the last, which it has not shown then."""
        if self.expects_json_response or not self.latest_revision or "overwrite" in self.request.POST:
            return False
        # The form's own autosaves are no surprise to it. `autosave.js` sends the last of them, and "overwrite" where
        # whoever saves has agreed to it in Wagtail's dialog.
        own = self.request.POST.get("own_revision_id")
        return own != str(self.latest_revision.pk) if own else self.is_out_of_date

    def sentence(self) -> str:
        """Return what to tell who has sent such a form."""
        user = self.latest_revision.user if self.latest_revision else None
        return _(
            "Meanwhile %(who)s has saved another version. Nothing was saved; what you typed stands in this form. "
            "Save again to put it in the place of the other version."
        ) % {"who": (user.get_full_name() or user.get_username()) if user else _("somebody else")}


class PageEditView(_Overtaken, edit.EditView):
    """Changes a page."""

    def form_valid(self, form: WagtailAdminPageForm) -> HttpResponse:
        """Save, publish, submit or approve what was sent, or show it again beside what was saved meanwhile."""
        if not self.is_overtaken:
            return super().form_valid(form)
        if self.action_name == "save":
            form.restore_required_fields()
        changes = reverse("wagtailadmin_pages:history", args=[self.page.pk])
        messages.error(self.request, self.sentence(), buttons=[messages.button(changes, _("See what changed"))])
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def add_save_confirmation_message(self) -> None:
        """Tell what became of what was sent; of a review, what it has done."""
        if self.action_name != "perform_workflow_action":
            super().add_save_confirmation_message()
            return
        page = Page.objects.get(pk=self.page.pk)
        title = {"page": page.get_admin_display_title()}
        if self.workflow_action != "approve":
            messages.success(self.request, _("“%(page)s” was sent back to its author.") % title)
        elif page.current_workflow_state:
            messages.warning(
                self.request,
                _("What you changed in “%(page)s” is saved. This new version awaits approval in its turn.") % title,
            )
        else:
            messages.success(self.request, _("“%(page)s” was approved.") % title)


class RecordEditView(_Overtaken, snippets.EditView):
    """Changes an entry of a register."""

    def is_valid(self, form: Form) -> bool:
        """Tell whether what was sent can be saved; the message says why not."""
        if self.is_overtaken:
            self.produced_error_code, self.produced_error_message = "invalid_revision", self.sentence()
            return False
        return super().is_valid(form)
