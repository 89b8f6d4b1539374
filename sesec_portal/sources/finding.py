"""How readers find sources: by title and publisher, in either language, at the notes of a page that cites them."""

from typing import cast

from django.conf import settings
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from sesec_portal.core.facets import Facets, span_of
from sesec_portal.languages.records import bilingual
from sesec_portal.search.records import Description, SearchedRecords
from sesec_portal.visibility.pages import public

from .models import Source

KIND = "source"


def sources() -> SearchedRecords:
    """Return how sources are found: those that a page anybody may read cites."""
    return SearchedRecords(
        KIND, Source, _("Source"), _("Sources"), Source.objects.listed, _describe, order=65, after_others=True
    )


def _describe(row: Model) -> Description | None:
    source = cast("Source", row)
    page = _page_citing(source)
    if not page:
        return None
    return Description(
        title=source.shown_title,
        page=page,
        # The notes.
        rest="#sources",
        summary=bilingual(source, "publisher"),
        # Who knows it by its name in the other language.
        words=f"{source.title} {source.title_zh} {source.publisher} {source.publisher_zh}",
        facets=Facets(spans=[span_of(source.published, source.published)], sample=source.sample),
    )


def _page_citing(source: Source) -> Page | None:
    """Return the first page, in the first language, of those that cite a source: hidden with it, the entry is too."""
    keys = Source.objects.pages_citing(source).values("translation_key")
    originals = Page.objects.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
    return public(originals).order_by("path").first()
