"""The bin in the menu, and what asks before something is deleted."""

from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry, Page

from . import guard, histories
from .permissions import may_see
from .views import BinView, restore


class BinMenuItem(MenuItem):
    """Shown to whoever may delete anything."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def bin_menu_item() -> MenuItem:
    """List the bin among the reports."""
    return BinMenuItem(_("Bin"), reverse("bin:list"), name="bin", icon_name="bin", order=1100)


@hooks.register("register_admin_urls")
def bin_urls() -> list[object]:
    """Give the bin its addresses."""
    urls = [
        path("", BinView.as_view(), name="list"),
        path("results/", BinView.as_view(results_only=True), name="list_results"),
        path("<uuid:key>/bring-back/", restore, name="bring_back"),
    ]
    return [path("bin/", include((urls, "bin")))]


# After Wagtail's own have been registered.
@hooks.register("register_log_actions", order=1)
def bin_log_actions(actions: LogActionRegistry) -> None:
    """Let histories lead to the bin, and say that something was brought back, and why something was taken down."""
    actions.formatters["wagtail.delete"] = histories.Deleted()
    actions.register_action("bin.bring_back", _("Bring back from the bin"), _("Brought back from the bin"))

    @actions.register_action(guard.TAKEN_DOWN)
    class TakenDown(LogFormatter):
        label = _("Say why it is taken down")

        message = _("Said why it is taken down")

        def format_comment(self, entry: BaseLogEntry) -> str:
            return entry.data.get("reason", "")


@hooks.register("before_delete_page")
def before_deleting_a_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask for the reason, or refuse, where a page governs the project."""
    return guard.before_deleting(request, [page])


@hooks.register("before_delete_snippet")
def before_deleting_records(request: HttpRequest, instances: Iterable[Model]) -> HttpResponse | None:
    """Ask for the reason, or refuse, where an entry governs the project."""
    return guard.before_deleting(request, instances, several="/bulk/" in request.path)


@hooks.register("before_unpublish_page")
@hooks.register("before_unpublish")
def before_taking_down(request: HttpRequest, thing: Model) -> HttpResponse | None:
    """Ask for the reason, or refuse, where a page or an entry governs the project."""
    return guard.before_taking_down(request, [thing])


@hooks.register("before_bulk_action")
def before_an_act_on_several(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: object
) -> HttpResponse | None:
    """Refuse to delete or take down several pages where one of them governs the project."""
    asks = {"delete": guard.before_deleting, "unpublish": guard.before_taking_down}.get(action_type)
    return asks(request, objects, several=True) if asks else None
