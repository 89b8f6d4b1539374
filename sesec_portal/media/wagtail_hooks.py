"""Pictures and documents in the admin."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter

from .admin_views import ChoosableDocuments, ChoosablePictures
from .deleting import refusal
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
def before_several_are_touched(
    request: HttpRequest, action_type: str, objects: Iterable[object], action: object
) -> HttpResponse | None:
    """Refuse to delete, or to move into another collection, what readers see and the user may not take from them."""
    if action_type not in ("delete", "add_to_collection"):
        return None
    uses = may_not_touch(request.user, [thing for thing in objects if isinstance(thing, File)])
    return refusal(request, uses) if uses else None
