"""Where the desk is shown: on the admin's front page, and in full on a page of its own."""

from collections.abc import Mapping
from typing import cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from .desk import desk_of, number_for, rules

TITLE = _("What needs you")
# As many rows as the front page shows.
_FIRST = 12


class DeskPanel(Component):
    """The first rows of the desk, on the admin's front page."""

    name = "desk"
    template_name = "desk/admin/panel.html"
    order = 60

    class Media:
        css = {"all": ["css/desk.css"]}

    def get_context_data(self, parent_context: Mapping[str, object]) -> dict[str, object]:
        request = cast(HttpRequest, parent_context["request"])
        rows = desk_of(request.user)  # type: ignore[arg-type]  # nobody else gets into the admin
        return {"heading": TITLE, "rows": rows[:_FIRST], "number": len(rows), "address": reverse("desk")}


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    """Everything on somebody's desk; `?mine` for what is their own, `?about=` for the rows of one rule."""

    template_name = "desk/admin/desk.html"
    page_title = TITLE
    header_icon = "tasks"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        """Name the page at its head."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        rows = desk_of(self.request.user)  # type: ignore[arg-type]  # likewise
        mine, about = "mine" in self.request.GET, self.request.GET.get("about", "")
        shown = [row for row in rows if (row.mine or not mine) and about in ("", row.rule.name)]
        found = {row.rule.name for row in rows}
        return {
            **super().get_context_data(**kwargs),
            "rows": shown,
            "number": len(rows),
            "own": sum(row.mine for row in rows),
            "mine": mine,
            "everything": not mine and not about,
            "about": about,
            "rules": [rule for rule in rules() if rule.name in found],
        }


class DeskMenuItem(MenuItem):
    """Leads to the desk, and says how much lies on it."""

    def __init__(self) -> None:
        super().__init__(TITLE, reverse("desk"), name="desk", icon_name="tasks", order=50)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """Return the entry of the menu, with the number of rows as of a minute ago at most."""
        item = super().render_component(request)
        if number := number_for(request.user):  # type: ignore[arg-type]  # likewise
            item.label = f"{self.label} ({number})"
        return item
