"""What was published last."""

from wagtail.query import PageQuerySet

from sesec_portal.languages.pages import with_language, without_fallbacks
from sesec_portal.visibility.pages import public

from .sources import made_up


def published_last(pages: PageQuerySet) -> PageQuerySet:
    """Return those of a queryset's pages that are news: public, written in their own language, not made up.

    The last published comes first. A fallback page is no news: its original is announced where it is written. Nor is
    any other alias; saying so helps PostgreSQL to read the pages in the order of the index `core_page_latest`.
    """
    news = without_fallbacks(public(pages).filter(alias_of=None)).exclude(last_published_at=None).exclude(made_up())
    return with_language(news).order_by("-last_published_at", "-pk")
