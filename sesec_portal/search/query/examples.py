"""Questions that a reader may begin with."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .parameters import Query

_QUESTIONS = [
    _("who leads SESEC"),
    _("current phase"),
    _("corrective measures"),
    _("national standards"),
    _("open data"),
]


def examples() -> list[tuple[str | Promise, str]]:
    """Return pairs of a question, in the active language, and the query string of its search."""
    return [(question, Query(str(question), {}).address()) for question in _QUESTIONS]
