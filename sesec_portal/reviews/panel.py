"""Beside the form: who looks after a page or entry, when it was reviewed, and the button that says it is still true."""

from collections.abc import Mapping

from django.contrib.admin.utils import quote
from django.db.models import Model
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from sesec_portal.core.reviewed import Reviewed
from sesec_portal.edtf.clock import today


def address_of(name: str, thing: Model) -> str:
    """Return the address of one of the views of reviews for a page or entry."""
    return reverse(f"reviews:{name}", args=[thing._meta.app_label, thing._meta.model_name, quote(thing.pk)])


class ReviewPanel(BaseSidePanel):
    """The panel; its button counts one while a review is due."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """Its button."""

        aria_label = _("Toggle owner and review")
        icon_name = "calendar-check"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Mapping[str, object]) -> dict[str, object]:
            """Count what is due."""
            return {**super().get_context_data(parent_context), "count": int(self.panel.is_due)}

    name = "review"
    title = _("Owner and review")
    template_name = "reviews/admin/panel.html"
    order = 150

    def __init__(self, thing: Reviewed, request: HttpRequest) -> None:
        self.due_on = thing.review_due_on if thing.live else None  # type: ignore[attr-defined]  # pages and records are
        self.is_due = bool(self.due_on and self.due_on <= today())
        super().__init__(thing, request)

    def get_context_data(self, parent_context: Mapping[str, object]) -> dict[str, object]:
        """Return what the panel says, and where its button and link lead."""
        context = super().get_context_data(parent_context)
        return {
            **context,
            "confirm_url": address_of("confirm", self.object),
            "plan_url": address_of("plan", self.object),
            # The context of a panel is its own.
            "csrf_token": get_token(self.request),
            # Of the row, not of the version in the form: an owner belongs to no version.
            "owner": self.object.owner,
        }
