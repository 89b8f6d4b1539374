"""The questions that are asked of sources."""

from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet

from sesec_portal.core.records import RecordQuerySet
from sesec_portal.visibility.pages import public


class SourceQuerySet(RecordQuerySet):
    """The questions that are asked of sources."""

    def listed(self) -> Self:
        """Return the published sources that a page anybody may read cites, by title.

        Of what only the committee's registers or somebody's office rest on, readers learn where that is disclosed.
        """
        return self.live().cited_by(public(Page.objects)).order_by("title", "pk")

    def cited_by(self, pages: PageQuerySet) -> Self:
        """Return the sources that some of these pages cite."""
        citing = pages.annotate(key=Cast("pk", models.CharField())).values("key")
        cited = self._citations().filter(object_id__in=citing)
        keys = cited.annotate(key=Cast("to_object_id", models.BigIntegerField())).values("key")
        return self.filter(pk__in=keys)

    def pages_citing(self, source: models.Model) -> PageQuerySet:
        """Return the pages that anybody may read and that cite a source in words which all readers of them get."""
        cited = self._citations().filter(to_object_id=str(source.pk))
        keys = cited.annotate(key=Cast("object_id", models.BigIntegerField())).values("key")
        return public(Page.objects.filter(pk__in=keys))

    def _citations(self) -> models.QuerySet[ReferenceIndex]:
        page, source = (ContentType.objects.get_for_model(model) for model in (Page, self.model))
        cited = ReferenceIndex.objects.filter(base_content_type=page, to_content_type=source)
        return cited.exclude(model_path__startswith="team.")
