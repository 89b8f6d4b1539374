"""Pictures and documents in the admin."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.utils.functional import Promise
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.api.v2.router import WagtailAPIRouter

from sesec_portal.approval.refusals import way_back

from .admin_views import ChoosableDocuments, ChoosablePictures
from .deleting import refusal
from .former_views import download, restore
from .in_use import File, may_not_touch
from .models import PortalImage
from .private import PICTURES_ARE_PUBLIC, STAYS, is_private, may_not_take_out


# After Wagtail's own have been registered.
@hooks.register("construct_admin_api", order=1)
def stricter_api(router: WagtailAPIRouter) -> None:
    """Put stricter views into the admin's API."""
    router.register_endpoint("images", ChoosablePictures)
    router.register_endpoint("documents", ChoosableDocuments)


@hooks.register("register_admin_urls")
def former_file_urls() -> list[object]:
    """Give former files their addresses."""
    urls = [path("<int:pk>/", download, name="download"), path("<int:pk>/bring-back/", restore, name="bring_back")]
    return [path("former-files/", include((urls, "former_files")))]


@hooks.register("before_bulk_action")
def before_several_are_touched(
    request: HttpRequest, action_type: str, objects: Iterable[object], action: BulkAction
) -> HttpResponse | None:
    """Refuse to delete, or to move into another collection, what readers see and the user may not take from them.

    And to open what is private, or to move a picture where it would only seem so.
    """
    if action_type not in ("delete", "add_to_collection"):
        return None
    files = [thing for thing in objects if isinstance(thing, File)]
    if uses := may_not_touch(request.user, files):
        return refusal(request, uses)
    if action_type == "add_to_collection" and (said := _of_the_move(request, files, action)):
        messages.error(request, said)
        return redirect(way_back(request))
    return None


def _of_the_move(request: HttpRequest, files: list[File], action: BulkAction) -> str | Promise:
    if may_not_take_out(request.user, files):
        return STAYS
    pictures = any(isinstance(thing, PortalImage) for thing in files)
    aim = action.cleaned_form.cleaned_data["collection"]
    return PICTURES_ARE_PUBLIC if pictures and is_private(aim) else ""
