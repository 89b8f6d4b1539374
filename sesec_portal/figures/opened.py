"""How often pages and documents were opened."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import User
from django.db.models import Min
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.documents import get_document_model
from wagtail.models import Page

from sesec_portal.counting.models import DailySum
from sesec_portal.languages.pages import with_language

from .periods import Period
from .sections import Line, Section, Told


class PageViews(Section):
    """How often each page was opened, the most often opened first."""

    name = "views"
    heading = gettext_lazy("Page views")
    number_of = gettext_lazy("Views")

    def tell(self, period: Period, user: User) -> Told:
        sums = DailySum.objects.between(period.first, period.last).of_pages()
        pages = with_language(Page.objects.filter(pk__in=sums))
        lines = [
            Line(page.title, told=page.locale.get_display_name(), number=sums[page.pk], url=page.url) for page in pages
        ]
        total = sum(sums.values())
        numbers = ngettext("%(number)s view", "%(number)s views", total) % {"number": total}
        gone = _("pages that are no longer there")
        return Told(numbers if total else "", _in_order(lines, sums, gone), _since(period))


class Downloads(Section):
    """How often each document was opened."""

    name = "downloads"
    heading = gettext_lazy("Downloads of documents")
    number_of = gettext_lazy("Downloads")

    def tell(self, period: Period, user: User) -> Told:
        sums = DailySum.objects.between(period.first, period.last).of_documents()
        documents = get_document_model().objects.filter(pk__in=sums)
        lines = [Line(each.title, told=each.filename, number=sums[each.pk], url=each.url) for each in documents]
        total = sum(sums.values())
        numbers = ngettext("%(number)s download", "%(number)s downloads", total) % {"number": total}
        gone = _("documents that are no longer there")
        return Told(numbers if total else "", _in_order(lines, sums, gone), _since(period))


def _in_order(lines: Iterable[Line], sums: Mapping[int, int], gone: str) -> list[Line]:
    """Return the lines by their numbers, and last, in one, what was counted of things that are gone."""
    found = sorted(lines, key=lambda line: (-(line.number or 0), line.title))
    rest = sum(sums.values()) - sum(line.number or 0 for line in found)
    return [*found, Line(gone, number=rest)] if rest else found


def _since(period: Period) -> str:
    """Return a sentence where the period begins before anything was counted."""
    begun = DailySum.objects.aggregate(day=Min("day"))["day"]
    if not begun:
        return _("Nothing has been counted yet.")
    return _("Counted since %(day)s.") % {"day": date_format(begun)} if period.first < begun else ""
