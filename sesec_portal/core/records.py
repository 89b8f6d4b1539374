"""Entries of registers: drafted, reviewed, locked, scheduled and published as pages are."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogContext, log
from wagtail.models import DraftStateMixin, LockableMixin, Revision, RevisionMixin, WorkflowMixin

from .forms import RecordForm
from .reviewed import Reviewed
from .revisions import KeepsVersions


class RecordQuerySet(models.QuerySet):
    """The questions that are asked of any register."""

    def live(self) -> Self:
        """Return the entries that are published: all that readers may know of."""
        return self.filter(live=True)


class Record(WorkflowMixin, KeepsVersions, DraftStateMixin, LockableMixin, RevisionMixin, Reviewed, models.Model):
    """An entry of a register; its row is what is published, and what is only drafted stands in its versions."""

    base_form_class = RecordForm

    # What it has as something that is drafted.
    first_published_at: datetime | None

    # Who looks after it; a page has such a field of Wagtail's.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("owner"),
    )

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        if self.live and not self.first_published_at:
            self.first_published_at = timezone.now()
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they come

    @transaction.atomic
    def save_revision(self, *args: object, **kwargs: object) -> Revision:
        """Keep a version, as Wagtail's method does, and before the first one what has stood there without any.

        What was not typed in the admin (the starter content, entries of a release that kept no versions) could not be
        compared with or gone back to otherwise.
        """
        if self.live and not self.latest_revision_id:
            self.live_revision = type(self)._base_manager.get(pk=self.pk)._keep_first_version()
        return super().save_revision(*args, **kwargs)

    def _keep_first_version(self) -> Revision:
        with LogContext(user=None):
            first = super().save_revision(clean=False, changed=False)
            log(self, "wagtail.create", revision=first, content_changed=True)
        type(self)._base_manager.filter(pk=self.pk).update(live_revision=first)
        return first
