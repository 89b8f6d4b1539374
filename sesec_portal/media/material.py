"""What readers can open: a file of this portal, or an address elsewhere."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string


class Material(models.Model):
    """A document of this portal, or the web address of one that is kept elsewhere; at least one of the two."""

    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("A file of this portal; else type the address."),
    )
    address = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("The web address, starting with https://, of what is kept elsewhere."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_can_be_read",
                condition=Q(document__isnull=False) | ~Q(address=""),
                violation_error_message=_("Choose a document, or type the address of one."),
            )
        ]

    @property
    def url(self) -> str:
        """The address at which readers find it."""
        return self.document.url if self.document else self.address
