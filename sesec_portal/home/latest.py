"""What was published last."""

from sesec_portal.core.sources import made_up
from sesec_portal.languages.pages import with_language, written
from sesec_portal.visibility.pages import not_private


def published_last(pages):
    """Return those of a queryset's pages that are news: public, written in their own language, not made up.

    The last published comes first. A stand-in is no news: its page is announced where it is written. Nor is any other
    alias; that this is said helps PostgreSQL to read the pages in the order of the index `core_page_latest`.
    """
    news = written(pages.live().filter(not_private(), alias_of=None)).exclude(last_published_at=None).exclude(made_up())
    return with_language(news).order_by("-last_published_at", "-pk")
