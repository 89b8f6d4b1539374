"""The links of what is published: those that lead elsewhere, and where each stands."""

from datetime import date
from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from sesec_portal.core.admin_titles import admin_title_of, name_of
from sesec_portal.languages.punctuation import colon

from .fetching import Fault
from .internal import Wrong


class ExternalLink(models.Model):
    """An address elsewhere that a published text links to, and what asking it came to last."""

    url = models.TextField(_("address"), unique=True, editable=False)
    checked_at = models.DateTimeField(_("checked at"), null=True, editable=False)
    fault = models.CharField(_("what is wrong"), max_length=20, choices=Fault, blank=True, editable=False)
    status = models.PositiveSmallIntegerField(_("status"), null=True, editable=False)
    # The day of the first failure since the last good answer; a failure on a later day makes the link a broken one.
    failing_since = models.DateField(_("failing since"), null=True, editable=False)
    broken_since = models.DateField(_("broken since"), null=True, editable=False)
    not_before = models.DateTimeField(_("not asked before"), null=True, editable=False)

    class Meta:
        verbose_name = _("link to elsewhere")

    def __str__(self) -> str:
        return self.url


class LinkUseQuerySet(models.QuerySet):
    """The questions that are asked of where links stand."""

    def broken(self) -> Self:
        """Return the places of broken links, longest broken first."""
        broken = self.filter(Q(link__broken_since__isnull=False) | ~Q(wrong=""))
        longest_first = broken.order_by(Coalesce("link__broken_since", "wrong_since"), "pk")
        return longest_first.select_related("link").prefetch_related("thing__owner")


class LinkUse(models.Model):
    """A place in a published page or entry: of a link to elsewhere, or of one inside the portal that is wrong."""

    link = models.ForeignKey(ExternalLink, models.CASCADE, null=True, related_name="uses", editable=False)
    aim = models.TextField(_("link"), editable=False)
    words = models.TextField(_("words"), editable=False)
    place = models.TextField(_("place"), editable=False)
    wrong = models.CharField(_("what is wrong"), max_length=20, choices=Wrong, blank=True, editable=False)
    wrong_since = models.DateField(_("broken since"), null=True, editable=False)
    content_type = models.ForeignKey(ContentType, models.CASCADE, editable=False)
    object_id = models.CharField(max_length=64, editable=False)
    thing = GenericForeignKey()

    objects = models.Manager.from_queryset(LinkUseQuerySet)()

    # It is no use of the page or entry in which it stands.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")

    def __str__(self) -> str:
        return self.aim

    @property
    def said(self) -> str:
        """What is wrong, in words."""
        if not self.link:
            return str(self.get_wrong_display())
        fault = str(self.link.get_fault_display())
        return f"{fault}{colon()}{self.link.status}" if self.link.status else fault

    @property
    def broken_since(self) -> date | None:
        """The day since which it is broken."""
        return self.link.broken_since if self.link else self.wrong_since

    @property
    def where(self) -> str:
        """The title of the page or entry."""
        return admin_title_of(self.thing) if self.thing else str(_("deleted meanwhile"))

    @property
    def owner(self) -> str:
        """Who looks after the page or entry."""
        owner = getattr(self.thing, "owner", None)
        return name_of(owner) if owner else ""
