"""The ways from a form, and from a history, to the comparison."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import BaseButton, Button, HeaderButton

from .views import comparison_address


class LeadsToComparison:
    """A form with a button that compares its draft with what readers see, and one for the version before."""

    # What it has as a view of Wagtail.
    object: Any

    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        """Wagtail's buttons, and that of a draft of something live."""
        buttons = list(super().header_buttons)  # type: ignore[misc]  # every view of a form has it
        thing = self._compared
        if thing.live and thing.has_unpublished_changes and thing.latest_revision_id:
            address = comparison_address(thing, "live", "latest")
            buttons.append(HeaderButton(_("Compare with the live version"), url=address, icon_name="order"))
        return buttons

    @cached_property
    def header_more_buttons(self) -> list[BaseButton]:
        """Wagtail's buttons in the menu, and the one that compares the last two versions."""
        buttons = list(super().header_more_buttons)  # type: ignore[misc]  # every view of a form has it
        before = _version_before(self._compared)
        if before:
            address = comparison_address(self._compared, before, "latest")
            label = _("Compare with the version before")
            buttons.append(Button(label, url=address, icon_name="order", priority=48))
        return buttons

    @property
    def _compared(self) -> Any:  # noqa: ANN401  a page or an entry of a register
        return getattr(self, "page", None) or self.object


class HistoryLeadsToComparison:
    """A history with a button to compare any two versions."""

    # What it has as a view of Wagtail.
    object: Any

    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        """Wagtail's buttons, and that of something that has versions."""
        buttons = list(super().header_buttons)  # type: ignore[misc]  # every history has it
        thing = self.object
        if thing.latest_revision_id:
            former = "live" if thing.live and thing.has_unpublished_changes else _version_before(thing) or "earliest"
            address = comparison_address(thing, former, "latest")
            buttons.append(HeaderButton(_("Compare two versions"), url=address, icon_name="order"))
        return buttons


def _version_before(thing: Any) -> int | None:  # noqa: ANN401  likewise
    if not thing.latest_revision_id:
        return None
    others = thing.revisions.exclude(pk=thing.latest_revision_id).order_by("-created_at", "-pk")
    return others.values_list("pk", flat=True).first()
