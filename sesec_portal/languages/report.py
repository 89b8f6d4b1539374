"""The report of all translations: how many texts of each still stand in English."""

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.views.report import TranslationsReportView

_TRANSLATED = StringTranslation.objects.filter(
    translation_of=OuterRef("string"),
    context=OuterRef("context"),
    locale=OuterRef(OuterRef("target_locale")),
    has_error=False,
)
_SEGMENTS = StringSegment.objects.filter(source=OuterRef("source")).order_by().values("source")


class TranslationsReport(TranslationsReportView):
    """Lists translations, those first that lack most; its number of queries does not grow with them."""

    paginate_by = 50
    export_filename = "translations"
    export_headings = {
        "source.object_repr": _("Title"),
        "target_locale": _("Language"),
        "texts": _("Texts"),
        "in_english": _("Still in English"),
    }
    list_export = list(export_headings)

    def get_queryset(self) -> QuerySet:
        """Return the translations, each with its number of `.texts` and of those `.in_english`."""
        lacking = _SEGMENTS.filter(~Exists(_TRANSLATED)).annotate(number=Count("pk")).values("number")
        texts = _SEGMENTS.annotate(number=Count("pk")).values("number")
        related = ["source__specific_content_type", "source__locale", "target_locale"]
        counted = super().get_queryset().select_related(*related)
        counted = counted.annotate(in_english=Coalesce(Subquery(lacking), 0), texts=Coalesce(Subquery(texts), 0))
        return counted.order_by("-in_english", "source__object_repr", "pk")

    def get_context_data(self, *args: object, **kwargs: object) -> dict[str, object]:
        """Give each translation its two pages: `.original` and `.page`."""
        context = super().get_context_data(*args, **kwargs)
        listed = context["object_list"] = list(context["object_list"])
        keys = [translation.source.object_id for translation in listed]
        pages = {(page.translation_key, page.locale_id): page for page in Page.objects.filter(translation_key__in=keys)}
        for translation in listed:
            key = translation.source.object_id
            translation.original = pages.get((key, translation.source.locale_id))
            translation.page = pages.get((key, translation.target_locale_id))
        return context
