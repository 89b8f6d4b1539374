"""Before a translation is published: which of its texts still stand in the first language."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from .progress import nothing_translated, translations_into
from .texts import Row, rows_of

# The field of the form that says how many texts the publisher knows to stand in the first language.
KNOWN = "known_in_english"


def ask_before_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask who publishes a translation whether the texts without one shall stand in English; refuse where all do.

    Returns None where nothing has to be asked, or where the publisher has seen that many texts, or more.
    """
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translations_into(page).filter(enabled=True).first()
    if not translation:
        return None
    rows = rows_of(translation)
    warn_of_links_left_out(request, rows)
    in_english = [row for row in rows if row.in_english]
    if rows and len(in_english) == len(rows):
        messages.error(request, nothing_translated(translation))
        return redirect(request.path)
    known = request.POST.get(KNOWN, "0")
    if len(in_english) <= (int(known) if known.isdecimal() else 0):
        return None
    context = {"page": page, "translation": translation, "rows": rows, "in_english": in_english, "field": KNOWN}
    return render(request, "languages/ask_before_publishing.html", context)


def warn_of_links_left_out(request: HttpRequest, rows: Iterable[Row]) -> None:
    """Tell a translator which translations have not every link, term and living fact of the English."""
    if lacking := [row.source for row in rows if row.leaves_links_out]:
        said = _("A link, a term or a living fact, which stands between <a id=…> and </a>, is left out of: %(texts)s")
        messages.warning(request, said % {"texts": " · ".join(lacking)})
