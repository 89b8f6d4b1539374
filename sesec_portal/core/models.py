"""Pictures and documents, as the portal keeps them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from .languages import bilingual
from .search_index.models import SearchEntry, SearchWord

__all__ = ["PortalDocument", "PortalImage", "PortalRendition", "SearchEntry", "SearchWord"]


class PortalImage(AbstractImage):
    """A picture that says in words what it shows."""

    description = models.CharField(
        _("alternative text"),
        max_length=255,
        help_text=_("What the picture shows, for readers who cannot see it. Do not begin with “Picture of”."),
    )
    description_zh = models.CharField(
        _("alternative text in Chinese"), max_length=255, blank=True, help_text=_("Shown to readers of Chinese.")
    )

    admin_form_fields = [*Image.admin_form_fields, "description_zh"]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            models.CheckConstraint(name="image_says_what_it_shows", condition=~models.Q(description="")),
        ]

    @property
    def default_alt_text(self):
        return bilingual(self, "description")


class PortalRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class PortalDocument(AbstractDocument):
    """A file for readers to download, in one language."""

    language = models.CharField(
        _("language"),
        max_length=10,
        choices=[("en", _("English")), ("zh-hans", _("Simplified Chinese"))],
        default="en",
        help_text=_("The language in which the document is written."),
    )

    admin_form_fields = [*Document.admin_form_fields, "language"]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
