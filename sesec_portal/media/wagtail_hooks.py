"""Pictures and documents in the admin's API."""

from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter

from .admin_views import ChoosableDocuments, ChoosablePictures


# After Wagtail's own have been registered.
@hooks.register("construct_admin_api", order=1)
def stricter_api(router: WagtailAPIRouter) -> None:
    """Put stricter views into the admin's API."""
    router.register_endpoint("images", ChoosablePictures)
    router.register_endpoint("documents", ChoosableDocuments)
