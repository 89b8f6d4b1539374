"""What something dated is about: one of the sectors that can be priorities."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Prefetch, Q
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


class AboutTopics:
    """A page type whose pages have `topics`: readers find them by every name of these."""

    def search_synonyms(self):
        names = [name for sector in topics_of(self.original) for name in sector.names_ever]
        return [*super().search_synonyms(), *names]

    @property
    def topic_keys(self):
        """The primary keys of its published topics, for `Facets.about`."""
        return {sector.pk for sector in topics_of(self.original)}


def pages_with_topics():
    """Return, for each page type that has topics, its pages of which readers may know, in the first language."""
    models = [topic._meta.get_field("page").related_model for topic in Topic.__subclasses__()]
    return [model.objects.for_listing().order_by() for model in models]


def pages_about(sector):
    """Return, for each page type that has topics, its pages that have this one."""
    return [pages.filter(topics__sector=sector) for pages in pages_with_topics()]


def topics_in_use(pages):
    """Return the published sectors that some page has for a topic. `pages`: querysets, as of `pages_with_topics`."""
    used = [of_one_kind.filter(topics__sector__isnull=False).values("topics__sector") for of_one_kind in pages]
    return Sector.objects.live().filter(reduce(or_, (Q(pk__in=keys) for keys in used)))


def with_sectors(model):
    """Return the Prefetch of the topics of a page type, each with its sector: one query."""
    return Prefetch("topics", model.topics.rel.related_model.objects.select_related("sector"))


def topics_of(page):
    """Return the published topics of a page; its `topics` are fetched with their sectors where many are asked."""
    return [topic.sector for topic in page.topics.all() if topic.sector.live]
