"""What something dated is about: one of the sectors that can be priorities."""

from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from governance.models import Sector


class Topic(Orderable):
    """A topic of a page; a page type adds the key to its page, as `page`, with the related name `topics`."""

    sector = models.ForeignKey(
        Sector,
        verbose_name=_("topic"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("One of the sectors: the same that the priorities are chosen from."),
    )

    panels = [FieldPanel("sector")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("topic")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "sector"],
                name="%(app_label)s_%(class)s_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("This topic is in the list already."),
            )
        ]

    def __str__(self):
        return str(self.sector)


def with_sectors(model):
    """Return the Prefetch of the topics of a page type, each with its sector: one query."""
    return Prefetch("topics", model.topics.rel.related_model.objects.select_related("sector"))


def topics_of(page):
    """Return the published topics of a page, whose `topics` have been fetched with their sectors."""
    return [topic.sector for topic in page.topics.all() if topic.sector.live]
