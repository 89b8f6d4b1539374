"""What was published last."""

from sesec_portal.core.languages import with_language, written
from sesec_portal.core.sources import made_up
from sesec_portal.core.visibility import not_private


def published_last(pages):
    """Return those of a queryset's pages that are news: public, written in their own language, not made up.

    The last published comes first. A stand-in is no news: its page is announced where it is written.
    """
    news = written(pages.live().filter(not_private())).exclude(last_published_at=None).exclude(made_up())
    return with_language(news).order_by("-last_published_at", "-pk")
