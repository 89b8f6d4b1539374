"""Pictures and documents, as the portal keeps them."""

from pathlib import PurePosixPath
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_upload_to

from sesec_portal.languages.records import bilingual

from .uploads.documents import refusal
from .uploads.pictures import PictureField
from .uploads.storage import is_new


class PortalImage(AbstractImage):
    """A picture that says in words what it shows, and nothing of where and with what it was taken."""

    file = PictureField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
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
        db_table = "core_portalimage"
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            models.CheckConstraint(name="image_says_what_it_shows", condition=~models.Q(description="")),
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        # Before the row, which tells what the drawing has changed: width and height, size and digest.
        if is_new(self.file):
            self.file.save(self.file.name, self.file.file, save=False)
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        return bilingual(self, "description")


class PortalRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        db_table = "core_portalrendition"
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
        db_table = "core_portaldocument"
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Refuse a new file that is not what its name says."""
        # The uploader for many files has looked at the file already, and adds it after the words about it.
        if not self.file:
            return
        super().clean()
        if is_new(self.file) and (sentence := refusal(self.file.file, self.file_extension.lower())):
            raise ValidationError({"file": sentence})


def former_path(instance: models.Model, name: str) -> str:
    """Return where a former file is kept: under its own name, in a folder of its own."""
    return f"former/{uuid4()}/{name}"


class FormerFile(models.Model):
    """The file that a picture or document had until another took its place."""

    picture = models.ForeignKey(
        PortalImage, null=True, on_delete=models.CASCADE, related_name="former_files", editable=False
    )
    document = models.ForeignKey(
        PortalDocument, null=True, on_delete=models.CASCADE, related_name="former_files", editable=False
    )
    file = models.FileField(_("file"), upload_to=former_path, max_length=255, editable=False)
    replaced_at = models.DateTimeField(_("replaced at"), default=timezone.now, editable=False)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )

    class Meta:
        verbose_name = _("former file")
        verbose_name_plural = _("former files")
        ordering = ["-replaced_at"]
        constraints = [
            models.CheckConstraint(
                name="former_file_is_of_one_thing",
                condition=models.Q(picture=None, document__isnull=False)
                | models.Q(picture__isnull=False, document=None),
            )
        ]

    def __str__(self) -> str:
        return str(self.thing)

    @property
    def thing(self) -> PortalImage | PortalDocument:
        """The picture or document whose file it was."""
        return self.picture or self.document  # type: ignore[return-value]  # a constraint says so

    @property
    def filename(self) -> str:
        """The file's own name, which stands in the address of a document."""
        return PurePosixPath(str(self.file.name)).name
