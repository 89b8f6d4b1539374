"""What has been deleted."""

from datetime import datetime, timedelta
from typing import Self
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=90)


class DeletionQuerySet(models.QuerySet):
    """The questions that are asked of deletions."""

    def with_kinds(self) -> Self:
        """Return each with `models`, the labels of the models of which it took rows."""
        return self.annotate(models=ArrayAgg("rows__model", distinct=True, default=[]))


class Deletion(models.Model):
    """One deletion, of one thing or of several, with everything that went with it."""

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("what"), max_length=255, editable=False)
    kind = models.CharField(_("kind"), max_length=100, editable=False)
    deleted_at = models.DateTimeField(_("deleted at"), default=timezone.now, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    reason = models.TextField(_("reason"), blank=True, editable=False)

    objects = models.Manager.from_queryset(DeletionQuerySet)()

    class Meta:
        verbose_name = _("deletion")
        ordering = ["-deleted_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def kept_until(self) -> datetime:
        return self.deleted_at + KEPT

    @property
    def took_what_was_live(self) -> bool:
        """Whether a page among what it took was live."""
        return self.rows.filter(model="wagtailcore.Page", row__live=True).exists()


class DeletedRow(models.Model):
    """A row of a table as it was, or a key that was emptied because what it named was deleted."""

    deletion = models.ForeignKey(Deletion, on_delete=models.CASCADE, related_name="rows", editable=False)
    model = models.CharField(max_length=200, editable=False)
    primary_key = models.TextField(editable=False)
    # The row by its columns; of a key that was emptied, the name of its column and the value.
    row = models.JSONField(editable=False)
    is_emptied_key = models.BooleanField(default=False, editable=False)
    # Of a page, the page above it.
    parent = models.IntegerField(null=True, editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.model} {self.primary_key}"
