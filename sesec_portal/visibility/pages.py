"""Which pages anybody may read, asked without a query of its own."""

import functools

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Func, Value
from django.db.models.expressions import NegatedExpression, RawSQL
from django.db.models.functions import Coalesce, Concat
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from sesec_portal.pagecache.memo import once_per_generation

# Compares paths byte by byte, as an index of Wagtail's has them; "[" is what follows "Z", the last letter in a path.
_HIDDEN = """
    SELECT id FROM wagtailcore_page WHERE NOT live
    UNION ALL
    SELECT page.id FROM wagtailcore_pageviewrestriction
      JOIN wagtailcore_page private ON private.id = wagtailcore_pageviewrestriction.page_id
      JOIN wagtailcore_page page ON page.path ~>=~ private.path AND page.path ~<~ (private.path || '[')
"""


class _IsLikeAny(Func):
    """Whether a text matches one of an array of patterns; PostgreSQL gathers the array once, not for each row."""

    template = "%(expressions)s)"
    arg_joiner = " LIKE ANY ("
    output_field = BooleanField()


@functools.cache
def not_private(path: str = "path") -> NegatedExpression:
    """Return the condition that a page is neither private nor below a private page.

    It says what the `public` of Wagtail's PageQuerySet says, inside the query that it filters; Wagtail's first asks for
    all private pages, each time anew. Argument: the field of the query that holds the page's path; where that is empty,
    the condition is met.
    """
    # A path has digits and capitals only, none of which means anything to LIKE.
    at_or_below = PageViewRestriction.objects.order_by().values(pattern=Concat("page__path", Value("%")))
    return ~_IsLikeAny(Coalesce(path, Value("")), ArraySubquery(at_or_below))


def public(pages: PageQuerySet | PageManager) -> PageQuerySet:
    """Return those of a queryset's (or a manager's) pages that anybody may read: published, and `not_private`."""
    return pages.live().filter(not_private())


def hidden_pages() -> RawSQL:
    """Return the primary keys of the pages that are not published, private, or below a private page: a subquery."""
    return RawSQL(_HIDDEN, ())  # noqa: S611  nothing of a request is in it


def open_to_all(*paths: str | None) -> bool:
    """Tell whether no page at these paths is private or below a private page; a path may be None."""
    return not any(path.startswith(_private_paths()) for path in paths if path)


@once_per_generation
def _private_paths() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
