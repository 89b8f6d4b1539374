"""Views of the admin's API that tell of pictures and documents to those alone who may choose them.

Wagtail 7.4 lists them there for everybody in the admin.
"""

from django.db.models import QuerySet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.permissions import permission_policy as images


class ChoosablePictures(ImagesAdminAPIViewSet):
    """Tells of the pictures that the user may choose."""

    def get_queryset(self) -> QuerySet:
        """Return those pictures."""
        mine = images.instances_user_has_permission_for(self.request.user, "choose")
        return super().get_queryset().filter(pk__in=mine.values("pk"))


class ChoosableDocuments(DocumentsAdminAPIViewSet):
    """Tells of the documents that the user may choose."""

    def get_queryset(self) -> QuerySet:
        """Return those documents."""
        mine = documents.instances_user_has_permission_for(self.request.user, "choose")
        return super().get_queryset().filter(pk__in=mine.values("pk"))
