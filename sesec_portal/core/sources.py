"""Where a fact comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class Sourced(models.Model):
    """Anything recorded from a source: its title, its address, and the day on which somebody saw it there."""

    source = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("Who says so: a page, a letter, a newsletter and its date."),
    )
    source_url = models.URLField(
        _("address of the source"), max_length=500, blank=True, help_text=_("With https:// at its beginning.")
    )
    source_seen_on = models.DateField(
        _("seen on"), null=True, blank=True, help_text=_("The day on which somebody read it there.")
    )

    source_panels = [FieldPanel("source"), FieldRowPanel([FieldPanel("source_url"), FieldPanel("source_seen_on")])]

    class Meta:
        abstract = True
