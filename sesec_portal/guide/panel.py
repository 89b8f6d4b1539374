"""Beside each form: the short guide to what is edited there."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from .text import sections_about, sections_for_every_form


class GuidePanel(BaseSidePanel):
    """The panel: the sections about the model, and where to read what concerns every form."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """Its button."""

        aria_label = _("Toggle guide")
        icon_name = "help"
        has_counter = False

    class Media:
        css = {"all": ["css/guide.css"]}

    name = "guide"
    title = _("Guide")
    template_name = "guide/admin/panel.html"
    order = 900

    def get_context_data(self, parent_context: Mapping[str, object]) -> dict[str, object]:
        """Return what the panel says."""
        return {
            **super().get_context_data(parent_context),
            "sections": sections_about(self.model),
            "general": sections_for_every_form(),
        }
