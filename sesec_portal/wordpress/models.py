"""What was imported, so that a second run knows it again."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string
from wagtail.models import Page


class ImportedItem(models.Model):
    """An item of a WordPress export, and what the portal made of it."""

    guid = models.CharField(_("name in the export"), max_length=500, editable=False)
    post_id = models.BigIntegerField(_("number in the export"), editable=False)
    # Kept for the record alone; no page tells who wrote for the former site.
    author = models.CharField(_("author on the former site"), max_length=255, blank=True, editable=False)
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    image = models.ForeignKey(
        get_image_model_string(), null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    document = models.ForeignKey(
        get_document_model_string(), null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    # Of what the export says; and of what stood in the portal once it was imported.
    digest = models.CharField(max_length=64, editable=False)
    left_as = models.CharField(max_length=80, editable=False)
    imported_at = models.DateTimeField(_("imported at"), auto_now=True, editable=False)

    class Meta:
        verbose_name = _("imported item")
        verbose_name_plural = _("imported items")
        ordering = ["pk"]
        constraints = [
            # WordPress gives one GUID to two posts where one was copied from the other.
            models.UniqueConstraint(name="imported_item_once", fields=["guid", "post_id"]),
            models.CheckConstraint(
                name="imported_item_is_one_thing",
                condition=Q(page=None, image=None) | Q(page=None, document=None) | Q(image=None, document=None),
            ),
        ]

    def __str__(self) -> str:
        return self.guid

    @property
    def thing(self) -> models.Model | None:
        """The page, picture or document; None where it was deleted since."""
        return (self.page and self.page.specific) or self.image or self.document
