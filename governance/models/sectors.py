"""The fields of standardization that can be priorities."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PublishingPanel
from wagtail.search import index

from sesec_portal.core.records import Record, RecordQuerySet
from sesec_portal.languages.records import bilingual


class Sector(Record, index.Indexed):
    """A field of standardization that can be a priority; its code stays when its name is reworded."""

    code = models.SlugField(
        _("code"),
        unique=True,
        help_text=_("A short code that never changes: medical-devices. Do not use the same code twice."),
    )
    name = models.CharField(_("name"), max_length=120, help_text=_("In English."))
    name_zh = models.CharField(
        _("name in Chinese"), max_length=60, blank=True, help_text=_("Shown to readers of Chinese.")
    )
    aka = models.TextField(
        _("also known as"),
        blank=True,
        default="",
        db_default="",
        help_text=_("Other names in English or Chinese, one to a line: AI. Readers find the sector by them."),
    )
    sample = models.BooleanField(_("sample"), default=False, help_text=_("Tick it for a made-up entry."))

    objects = models.Manager.from_queryset(RecordQuerySet)()

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("name_zh")]
    search_fields += [index.SearchField("aka")]

    panels = [
        FieldPanel("code"),
        FieldRowPanel([FieldPanel("name", required_on_save=True), FieldPanel("name_zh")]),
        FieldPanel("aka"),
        FieldPanel("sample"),
        PublishingPanel(),
    ]
    governs = True

    class Meta:
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def shown_name(self):
        return bilingual(self, "name")

    @property
    def names_ever(self):
        """All its names, in both languages, for the search index."""
        return [name for name in (self.name, self.name_zh, *self.aka.splitlines()) if name.strip()]
