"""The questions that are asked of sources."""

from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from sesec_portal.core.records import RecordQuerySet
from sesec_portal.visibility.pages import public


class SourceQuerySet(RecordQuerySet):
    """The questions that are asked of sources."""

    def listed(self) -> Self:
        """Return the published sources that a page anybody may read cites, by title.

        Of what only the committee's registers or somebody's office rest on, readers learn where that is disclosed.
        """
        page, source = (ContentType.objects.get_for_model(model) for model in (Page, self.model))
        pages = public(Page.objects).annotate(key=Cast("pk", models.CharField())).values("key")
        uses = ReferenceIndex.objects.filter(base_content_type=page, to_content_type=source, object_id__in=pages)
        cited = uses.exclude(model_path__startswith="team.").annotate(
            key=Cast("to_object_id", models.BigIntegerField())
        )
        return self.live().filter(pk__in=cited.values("key")).order_by("title", "pk")
