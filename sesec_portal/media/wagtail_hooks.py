"""Pictures and documents in the admin."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.api.v2.router import WagtailAPIRouter

from .admin_views import ChoosableDocuments, ChoosablePictures
from .former_views import download, restore
from .in_use import File, may_not_touch


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
def before_several_are_moved(
    request: HttpRequest, action_type: str, objects: Iterable[object], action: object
) -> HttpResponse | None:
    """Refuse to move into another collection, which may be private, what readers see and the user may not change."""
    if action_type == "add_to_collection" and may_not_touch(request.user, _files(objects)):
        messages.error(request, _("Readers see some of these already, so that a Publisher moves them."))
        return redirect("wagtailadmin_home")
    return None


def _files(objects: Iterable[object]) -> list[File]:
    return [thing for thing in objects if isinstance(thing, File)]
