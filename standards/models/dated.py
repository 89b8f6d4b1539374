"""What lists of dated pages ask, newest first."""

from django.db import models
from django.db.models import F

from sesec_portal.core.pages import PortalPageQuerySet

from .topics import with_sectors


class DatedQuerySet(PortalPageQuerySet):
    """Pages with topics and a day, by which lists order them. Attribute: `day`, the expression of that day."""

    day = F("date_earliest")

    def by_day(self):
        """Return the pages to list, the newest first; those without a date come last."""
        listed = self.for_listing().annotate(listed_at=self.day)
        return listed.order_by(F("listed_at").desc(nulls_last=True), "-pk")

    def in_full(self):
        """Return the pages with their topics."""
        return self.prefetch_related(with_sectors(self.model))

    @classmethod
    def index(cls, name):
        """Return the index of a page type that finds the first ones `by_day` without sorting all."""
        return models.Index(cls.day.desc(nulls_last=True), F("page_ptr").desc(), name=name)
