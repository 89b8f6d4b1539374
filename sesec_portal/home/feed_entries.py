"""What became public of the portal as a whole: its pages, of whatever type."""

from django.db.models import TextField, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from wagtail.models import Page, get_page_models

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.feed_entries import LATEST, FeedEntry
from sesec_portal.core.pages import BasePage

from .latest import published_last


def pages() -> list[FeedEntry]:
    """Return the pages of the active language that were published last, made-up ones and fallback pages aside."""
    news = published_last(Page.objects.filter(depth__gt=1, locale__language_code=get_language())).values("pk")[:LATEST]
    kinds = [model._meta.model_name for model in get_page_models() if issubclass(model, BasePage)]
    summary = Coalesce(*(f"{kind}__summary" for kind in kinds), Value(""), output_field=TextField())
    return [
        FeedEntry(
            key=f"page/{page.translation_key}",
            moment=page.last_published_at,
            title=page.title,
            summary=page.summary,
            address=absolute(page.url),
            first=page.first_published_at,
        )
        for page in Page.objects.filter(pk__in=news).select_related("locale").annotate(summary=summary)
    ]
