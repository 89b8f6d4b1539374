"""All decisions and all meetings of the Steering Committee, year by year below its page."""

from functools import partial

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import re_path

from sesec_portal.core.as_of import AsOfMixin
from sesec_portal.core.sources import any_sample
from sesec_portal.core.year_archive import Latest, count_by_year
from sesec_portal.edtf import clock
from sesec_portal.edtf.dates import parse
from sesec_portal.languages.pages import shown_to_reader

from .decisions import Decision

MOST = 200
LEADS = {
    "decisions": _("What the Steering Committee decided and ordered, year by year, as far as it is public."),
    "meetings": _("The meetings of the Steering Committee, year by year."),
}


class ByYearMixin(AsOfMixin):
    """A page with `registers()`, of which the decisions and the `meetings()` can be read a year at a time."""

    @re_path(r"^(?:as-of/(?P<day>[^/]+)/)?(?P<name>decisions|meetings)/(?:(?P<year>[12]\d{3})/)?$")
    def by_year(self, request, name, day=None, year=None):
        """Show one year of a register, the latest one where none is named, perhaps as it stood on a day."""
        answer = partial(self._of_year, request, name, year)
        return self.answer_as_of(request, day, answer) if day else answer(None)

    def _of_year(self, request, name, year, as_of):
        register = next(register for register in self.registers() if register.name == name)
        entries, day = self._entries(name)
        years = count_by_year(entries, day)
        if year and int(year) not in years:
            raise Http404
        shown_year = int(year) if year else next(iter(years), None)
        latest = Latest.of(entries.filter(**{f"{day}__year": shown_year}), MOST)
        if name == "meetings":
            shown_to_reader(latest.entries)
        heading = (
            format_lazy(_("{title}, {year}"), title=register.title, year=parse(year).spelled_out())
            if year
            else register.title
        )
        context = {
            **super().get_context(request),
            "as_of": as_of,
            "heading": heading,
            "lead": LEADS[name],
            "rest": f"{name}/{year}/" if year else f"{name}/",
            "register": register,
            "years": years,
            "year": shown_year,
            "latest": latest,
            "shows_sample": any_sample(latest.entries),
        }
        return TemplateResponse(request, "governance/by_year.html", context)

    @property
    def day_path(self):
        """What stands in an address below this page for the day asked about; an empty text where none was."""
        return f"as-of/{clock.today()}/" if clock.is_asked() else ""

    def _entries(self, name):
        """The entries of a register, newest first, and the name of the day by which each belongs to a year."""
        if name == "meetings":
            return self.meetings(), "held_earliest"
        return Decision.objects.for_listing(), "decided_earliest"
