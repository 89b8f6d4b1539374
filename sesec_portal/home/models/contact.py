"""How the project can be reached."""

from typing import NamedTuple
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from sesec_portal.core.structured_data import Node, node
from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.records import bilingual
from sesec_portal.pagecache.memo import once_per_generation


@register_setting(icon="mail")
class ContactSettings(BaseGenericSetting):
    """The address of the project, as the page for it, the foot of every page and search engines tell it."""

    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Shown in the foot of every page."))
    address = models.TextField(_("postal address"), blank=True, help_text=_("In English, line by line."))
    address_zh = models.TextField(
        _("postal address in Chinese"), blank=True, help_text=_("Shown to readers of Chinese.")
    )
    wechat = models.CharField(
        _("WeChat account"), max_length=80, blank=True, help_text=_("Its name, as text: readers search for it.")
    )
    page = OriginalPageKey(
        "home.StandardPage",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page of text that shows all this, in every language, above its own text."),
    )

    panels = [
        FieldPanel("email"),
        FieldRowPanel([FieldPanel("address"), FieldPanel("address_zh")]),
        FieldPanel("wechat"),
        PageChooserPanel("page", "home.StandardPage"),
    ]

    class Meta:
        verbose_name = _("contact")

    @property
    def shown_address(self) -> str:
        """The postal address in the reader's language."""
        return bilingual(self, "address")


class Contact(NamedTuple):
    """The settings, and the key that the page for them has in every language, or None."""

    settings: ContactSettings
    page: UUID | None

    def stands_on(self, page: models.Model) -> bool:
        """Tell whether a page is the one that shows it."""
        return self.page is not None and getattr(page, "translation_key", None) == self.page

    def structured_data(self) -> dict[str, Node | str | None]:
        """Return what schema.org calls the contact of an organisation, as far as it is known."""
        kept = self.settings
        point = node("ContactPoint", email=kept.email, contactType="secretariat") if kept.email else None
        return {"email": kept.email or None, "address": kept.shown_address or None, "contactPoint": point}


@once_per_generation
def contact() -> Contact:
    """Return how the project can be reached."""
    settings = ContactSettings.objects.select_related("page").first() or ContactSettings()
    return Contact(settings, settings.page.translation_key if settings.page else None)
