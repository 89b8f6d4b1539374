"""Whom and what something of the newsroom concerns: topics, bodies and partners."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

from partners.models import PartnerPage
from sesec_portal.languages.fields import OriginalPageKey
from standards.models import BodyPage
from standards.models.topics import Topic


class Concerned(Orderable):
    """A body or a partner that something concerns; a page type adds the key to its page, named `page`."""

    partner = OriginalPageKey(
        "partners.PartnerPage",
        verbose_name=_("partner"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("One of the five partners, or else a body."),
    )
    body = OriginalPageKey(
        "standards.BodyPage",
        verbose_name=_("body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Kept under “Who is who”."),
    )

    panels = [PageChooserPanel("partner"), PageChooserPanel("body")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("organisation concerned")
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_names_one",
                condition=models.Q(partner=None, body__isnull=False) | models.Q(partner__isnull=False, body=None),
                violation_error_message=_("Choose a partner or a body: one of the two."),
            )
        ]

    def __str__(self):
        return str(self.partner or self.body)


def organisations(page):
    """Return the published partners and bodies that a page concerns, in its order, each with the page to show."""
    partners, bodies = PartnerPage.by_key(), BodyPage.by_key()
    named = [partners.get(one.partner_id) or bodies.get(one.body_id) for one in page.concerned.all()]
    return [one for one in named if one]


class NewsTopic(Topic):
    """A topic of a news item."""

    page = ParentalKey("newsroom.NewsPage", on_delete=models.CASCADE, related_name="topics")


class NewsConcerned(Concerned):
    """An organisation that a news item concerns."""

    page = ParentalKey("newsroom.NewsPage", on_delete=models.CASCADE, related_name="concerned")


class EventTopic(Topic):
    """A topic of an event."""

    page = ParentalKey("newsroom.EventPage", on_delete=models.CASCADE, related_name="topics")


class EventConcerned(Concerned):
    """An organisation that hosts an event."""

    page = ParentalKey("newsroom.EventPage", on_delete=models.CASCADE, related_name="concerned")

    class Meta(Concerned.Meta):
        verbose_name = _("host")


class PublicationTopic(Topic):
    """A topic of a publication."""

    page = ParentalKey("newsroom.PublicationPage", on_delete=models.CASCADE, related_name="topics")
