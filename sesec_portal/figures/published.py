"""What became public on the portal itself, of every kind of page."""

from collections import Counter

from django.contrib.auth.models import User
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page

from sesec_portal.core.sources import made_up
from sesec_portal.edtf.clock import day_of
from sesec_portal.languages.pages import with_language, without_fallbacks
from sesec_portal.languages.punctuation import in_brackets, listed
from sesec_portal.visibility.pages import public

from .periods import Period
from .sections import Line, Section, Told


class NewPages(Section):
    """Pages that were first published in the period and are still public, in each language that they are written in."""

    name = "pages"
    heading = gettext_lazy("New on the portal")

    def tell(self, period: Period, user: User) -> Told:
        pages = without_fallbacks(public(Page.objects.all())).filter(period.at("first_published_at"), depth__gt=2)
        pages = pages.exclude(made_up())
        found = list(with_language(pages).select_related("content_type").order_by("first_published_at", "pk"))
        languages = Counter(page.locale.get_display_name() for page in found)
        numbers = ngettext("%(number)s page", "%(number)s pages", len(found)) % {"number": len(found)}
        of_each = listed(f"{name} {number}" for name, number in sorted(languages.items()))
        return Told(numbers + in_brackets(of_each) if found else "", [_line(page) for page in found])


def _line(page: Page) -> Line:
    kind = capfirst(str(page.content_type.model_class()._meta.verbose_name))
    told = listed([kind, page.locale.get_display_name()])
    day = day_of(page.first_published_at)
    return Line(page.title, date_format(day), told, url=page.url, dated=day.isoformat())
