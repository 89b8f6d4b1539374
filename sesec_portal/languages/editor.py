"""The translators' editor of wagtail-localize, which asks the database as often for a long page as for a short one."""

from django.contrib import messages
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from rest_framework.serializers import ListSerializer
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringSegment, StringTranslation, Translation
from wagtail_localize.views import edit_translation as stock

_edit_translation = stock.edit_translation


def edit_translation(request: HttpRequest, translation: Translation, instance: Page) -> HttpResponse:
    """Answer as wagtail-localize does; what it asks for each segment is asked once for all of them.

    Who may not publish is told who does.

    A queryset made from what was prefetched keeps the `select_related` of the prefetch.
    """
    segments = StringSegment.objects.select_related("context", "string")
    values = OverridableSegment.objects.select_related("context")
    prefetch_related_objects(
        [translation.source], Prefetch("stringsegment_set", segments), Prefetch("overridablesegment_set", values)
    )
    if request.method == "GET" and not instance.permissions_for_user(request.user).can_publish():
        messages.info(request, _("What you translate here is saved as a draft. A Publisher publishes it: ask one."))
    return _edit_translation(request, translation, instance)


class _WithTranslators(ListSerializer):
    def to_representation(self, data: QuerySet) -> list[dict[str, object]]:
        related = "translation_of", "context", "last_translated_by__wagtail_userprofile"
        return super().to_representation(data.select_related(*related))


class StringTranslationSerializer(stock.StringTranslationSerializer):
    """Tells of translated texts; looks up the segments of all of them at once."""

    class Meta(stock.StringTranslationSerializer.Meta):
        list_serializer_class = _WithTranslators

    def get_segment_id(self, translation: StringTranslation) -> int | None:
        """Return the key of the first segment with this text."""
        return self._segments.get((translation.translation_of_id, translation.context_id))

    @cached_property
    def _segments(self) -> dict[tuple[int, int], int]:
        found = self.context["translation_source"].stringsegment_set.order_by("-pk")
        return {(text, context): pk for text, context, pk in found.values_list("string_id", "context_id", "pk")}


class SegmentOverrideSerializer(stock.SegmentOverrideSerializer):
    """Tells of replaced links and pictures; looks up the segments of all of them at once."""

    def get_segment_id(self, override: SegmentOverride) -> int | None:
        """Return the key of the segment that is replaced."""
        return self._segments.get(override.context_id)

    @cached_property
    def _segments(self) -> dict[int, int]:
        found = OverridableSegment.objects.filter(source=self.context["translation_source"])
        return dict(found.order_by("-pk").values_list("context_id", "pk"))
