"""Who came to a meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

from sesec_portal.languages.fields import OriginalPageKey


class Attendance(Orderable):
    """An organisation that attended a meeting."""

    meeting = ParentalKey("governance.MeetingPage", on_delete=models.CASCADE, related_name="attendances")
    partner = OriginalPageKey(
        "partners.PartnerPage",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="attendances",
        help_text=_("The partner’s page, in any language."),
    )

    panels = [PageChooserPanel("partner")]

    class Meta(Orderable.Meta):
        verbose_name = _("organisation that attended")

    def __str__(self):
        return str(self.partner)
