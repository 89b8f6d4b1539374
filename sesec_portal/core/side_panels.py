"""Panels of our own beside the admin's forms, which Wagtail has no hook for."""

from typing import Any

from wagtail import hooks
from wagtail.admin.ui.components import MediaContainer


class WithSidePanels:
    """A form's view that asks the apps for panels beside the form.

    The hook `construct_side_panels` is given the request, what the form is about, and the list of panels to change.
    """

    # What they have as views of Wagtail.
    request: Any
    expects_json_response: bool

    def get_side_panels(self) -> MediaContainer:
        """Return Wagtail's panels, and those of the apps; an autosave, which draws none anew, gets Wagtail's alone."""
        panels = super().get_side_panels()  # type: ignore[misc]  # every view of a form has it
        if not self.expects_json_response:
            thing = getattr(self, "page", None) or self.form.instance  # type: ignore[attr-defined]  # likewise
            for construct in hooks.get_hooks("construct_side_panels"):
                construct(self.request, thing, panels)
        return panels
