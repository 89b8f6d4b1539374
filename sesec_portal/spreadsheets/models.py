"""Files that wait, between the dry run and the import, in the database alone."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

# For so long somebody may look at a dry run before the file has to be chosen again.
LASTS = timedelta(days=1)


class UploadQuerySet(models.QuerySet["Upload"]):
    """The questions asked about files that wait."""

    def waiting(self) -> "UploadQuerySet":
        """Return those whose time is not over."""
        return self.filter(created_at__gt=timezone.now() - LASTS)

    def remove_old(self) -> None:
        """Delete those whose time is over."""
        self.filter(created_at__lte=timezone.now() - LASTS).delete()


class Upload(models.Model):
    """A spreadsheet that somebody has sent, for whom alone it is."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sheet = models.CharField(max_length=40, editable=False)
    file_name = models.CharField(max_length=255, editable=False)
    content = models.BinaryField(editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    objects = models.Manager.from_queryset(UploadQuerySet)()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.file_name
