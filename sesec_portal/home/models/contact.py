"""Who is responsible for the portal, and how they and the project can be reached."""

from functools import partial

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from sesec_portal.languages.fields import OriginalPageKey
from sesec_portal.languages.records import bilingual

_IN_CHINESE = _("Shown to readers of Chinese.")
# A key to the page of text that shows a part of the settings.
_PageKey = partial(OriginalPageKey, "home.StandardPage", on_delete=models.SET_NULL, related_name="+")


@register_setting(icon="mail")
class ContactSettings(BaseGenericSetting):
    """Who is responsible, with addresses, as pages, the foot, security.txt and search engines tell it."""

    operator = models.CharField(
        _("responsible organisation"),
        max_length=200,
        blank=True,
        help_text=_("Who runs this portal: its name in full."),
    )
    operator_zh = models.CharField(
        _("responsible organisation in Chinese"), max_length=200, blank=True, help_text=_IN_CHINESE
    )
    address = models.TextField(_("postal address"), blank=True, help_text=_("In English, line by line."))
    address_zh = models.TextField(_("postal address in Chinese"), blank=True, help_text=_IN_CHINESE)
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Shown in the foot of every page. The contact form writes to it.")
    )
    telephone = models.CharField(
        _("telephone"), max_length=40, blank=True, help_text=_("With the code of the country: +32 2 …")
    )
    wechat = models.CharField(
        _("WeChat account"),
        max_length=80,
        blank=True,
        help_text=_("The name of the account. Readers search for it in WeChat."),
    )
    controller = models.CharField(
        _("data controller"), max_length=200, blank=True, help_text=_("Who decides what is done with personal data.")
    )
    controller_zh = models.CharField(_("data controller in Chinese"), max_length=200, blank=True, help_text=_IN_CHINESE)
    controller_address = models.TextField(
        _("address of the controller"), blank=True, help_text=_("In English, line by line.")
    )
    controller_address_zh = models.TextField(
        _("address of the controller in Chinese"), blank=True, help_text=_IN_CHINESE
    )
    controller_email = models.EmailField(
        _("e-mail of the controller"), blank=True, help_text=_("For questions about personal data.")
    )
    accessibility_email = models.EmailField(
        _("e-mail for accessibility"), blank=True, help_text=_("For people who cannot use part of the portal.")
    )
    security_email = models.EmailField(
        _("e-mail for weaknesses"), blank=True, help_text=_("Printed in security.txt, for people who find a weakness.")
    )
    page = _PageKey(
        null=True,
        blank=True,
        verbose_name=_("contact page"),
        help_text=_("The page that shows the contact details above its text, in every language."),
    )
    privacy_page = _PageKey(
        null=True,
        blank=True,
        verbose_name=_("privacy page"),
        help_text=_("The page that names the controller above its text."),
    )
    accessibility_page = _PageKey(
        null=True,
        blank=True,
        verbose_name=_("accessibility page"),
        help_text=_("The page that says above its text whom to tell about a barrier."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("operator"), FieldPanel("operator_zh")]),
                FieldRowPanel([FieldPanel("address"), FieldPanel("address_zh")]),
                FieldPanel("email"),
                FieldRowPanel([FieldPanel("telephone"), FieldPanel("wechat")]),
                PageChooserPanel("page", "home.StandardPage"),
            ],
            heading=_("Who is responsible, and how to reach them"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("controller"), FieldPanel("controller_zh")]),
                FieldRowPanel([FieldPanel("controller_address"), FieldPanel("controller_address_zh")]),
                FieldPanel("controller_email"),
                PageChooserPanel("privacy_page", "home.StandardPage"),
            ],
            heading=_("Personal data"),
        ),
        MultiFieldPanel(
            [FieldPanel("accessibility_email"), PageChooserPanel("accessibility_page", "home.StandardPage")],
            heading=_("Accessibility"),
        ),
        FieldPanel("security_email"),
    ]

    class Meta:
        verbose_name = _("contact")

    @property
    def shown_operator(self) -> str:
        """The responsible organisation in the reader's language."""
        return bilingual(self, "operator")

    @property
    def shown_address(self) -> str:
        """The postal address in the reader's language."""
        return bilingual(self, "address")

    @property
    def shown_controller(self) -> str:
        """The data controller in the reader's language."""
        return bilingual(self, "controller")

    @property
    def shown_controller_address(self) -> str:
        """The address of the controller in the reader's language."""
        return bilingual(self, "controller_address")
