"""Which pages anybody may read, asked without a query of its own."""

from django.db.models import Exists, OuterRef
from django.db.models.functions import Left, Length
from wagtail.models import PageViewRestriction


def not_private(path="path"):
    """Return the condition that a page is neither private nor below a private page.

    It says what `PageQuerySet.public()` says, inside the query that it filters; `public()` first asks for all private
    pages, each time anew. Argument: the field of the query that holds the page's path.
    """
    above = PageViewRestriction.objects.filter(page__path=Left(OuterRef(path), Length("page__path")))
    return ~Exists(above)


def open_to_all():
    """Return the condition that a page is not private, nor, if it is an alias, the page that it stands for."""
    return not_private() & not_private("alias_of__path")
