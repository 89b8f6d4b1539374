"""Pictures and documents in the admin's API."""

from wagtail import hooks

from .admin_views import ChoosableDocuments, ChoosablePictures


# After Wagtail's own have been registered.
@hooks.register("construct_admin_api", order=1)
def stricter_api(router):
    """Put stricter views into the admin's API."""
    router.register_endpoint("images", ChoosablePictures)
    router.register_endpoint("documents", ChoosableDocuments)
