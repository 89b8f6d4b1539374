"""Pages as entries of feeds: what was published last."""

from django.db.models import TextField, Value
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import get_language
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet

from .absolute_urls import absolute
from .feed_entries import LATEST, FeedEntry
from .latest import published_last
from .pages import BasePage


def told_of(pages: PageQuerySet) -> list[FeedEntry]:
    """Return those of a queryset's pages that were published last, in the active language.

    Made-up ones and fallback pages are left out. A page is told of as its summary has it, which does not change by the
    clock; one without a summary by what kind of page it is, since an entry has to say something.
    """
    latest = published_last(pages.filter(locale__language_code=get_language())).values("pk")[:LATEST]
    kinds = [model._meta.model_name for model in get_page_models() if issubclass(model, BasePage)]
    summary = Coalesce(*(f"{kind}__summary" for kind in kinds), Value(""), output_field=TextField())
    return [
        FeedEntry(
            key=f"page/{page.translation_key}",
            moment=page.last_published_at,
            title=page.title,
            summary=page.summary or capfirst(_kind(page)),
            address=absolute(page.url),
            first=page.first_published_at,
        )
        for page in Page.objects.filter(pk__in=latest).select_related("locale").annotate(summary=summary)
    ]


def _kind(page: Page) -> str:
    return str(page.specific_class._meta.verbose_name)
