"""How much was found, as a heading."""

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from sesec_portal.languages.marking import mark_foreign

from .limits import MOST_TEXTS


def heading(query: str, total: int, many: bool) -> SafeString:
    """Return the heading of the results in HTML, with the Chinese in the query marked.

    Arguments: the words searched for, or an empty text; the number of results; whether there are more than counted.
    """
    said = _about_the_query(total, many) if query else _about_all(total, many)
    return SafeString(said % {"query": mark_foreign(query), "number": total, "most_counted": MOST_TEXTS})


def heading_elsewhere(language: str | Promise, total: int, many: bool) -> str:
    """Return the heading of the results in the other language, by its name; `many` as for `heading`."""
    if many:
        said = gettext("At least %(elsewhere_total)s results in %(language)s")
    else:
        said = ngettext("%(number)s result in %(language)s", "%(number)s results in %(language)s", total)
    return said % {"language": language, "number": total, "elsewhere_total": total}


def _about_the_query(total: int, many: bool) -> str:
    if many:
        return gettext("More than %(most_counted)s results for “%(query)s”")
    if not total:
        return gettext("No result for “%(query)s”")
    return ngettext("%(number)s result for “%(query)s”", "%(number)s results for “%(query)s”", total)


def _about_all(total: int, many: bool) -> str:
    if many:
        return gettext("More than %(most_counted)s results")
    return ngettext("%(number)s result", "%(number)s results", total) if total else gettext("No result")
