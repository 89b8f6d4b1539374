"""Questions before something is handed on: published, scheduled, submitted or approved.

Wagtail 7.4 asks the hooks before a publication alone, and what it would do after a draft is saved does not happen where
one answers: a new page had no counterpart in the other language.
"""

from typing import Any

from django.http import HttpResponse
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

# A hook, given the request and a page or entry as it was sent, which asks by a response.
QUESTION = "ask_before_handing_on"
# A hook, given the request and a page or entry that was submitted for approval.
SUBMITTED = "after_submitting"


class AsksFirst:
    """What both forms of a page do about such questions."""

    # What they have as views of Wagtail.
    request: Any
    page: Any
    action_name: str
    asks = False

    @property
    def hands_on(self) -> bool:
        """Whether what was chosen goes to readers or to reviewers."""
        return self.action_name in {"publish", "submit", "restart_workflow"}

    def saves_before_asking(self, form: WagtailAdminPageForm) -> bool:
        """Tell whether what was sent has to be kept as a draft first."""
        return True

    def question(self, form: WagtailAdminPageForm) -> HttpResponse | None:
        """Return what is asked about a form, which is valid; what was sent is a draft by then. None: go on."""
        if not self.hands_on or not self._ask(form.save(commit=False)):
            return None
        self.asks = True
        if self.saves_before_asking(form):
            self.save_action()  # type: ignore[attr-defined]  # every view of a form has it
        return self._ask(self.page)

    def submit_action(self) -> HttpResponse:
        """Submit it, and tell those who wait for that."""
        return self._told(super().submit_action())  # type: ignore[misc]  # likewise

    def restart_workflow_action(self) -> HttpResponse:
        """Submit it anew, likewise."""
        return self._told(super().restart_workflow_action())  # type: ignore[misc]  # likewise

    def _told(self, response: HttpResponse) -> HttpResponse:
        self.run_hook(SUBMITTED, self.request, self.page)  # type: ignore[attr-defined]  # likewise
        return response

    def _ask(self, page: Page) -> HttpResponse | None:
        return self.run_hook(QUESTION, self.request, page)  # type: ignore[attr-defined]  # likewise
