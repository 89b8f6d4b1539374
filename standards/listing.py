"""Lists of what is dated: the present first, the rest by year, narrowed by what readers choose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from sesec_portal.core.pages import BasePage
from sesec_portal.core.sources import any_sample
from sesec_portal.core.year_archive import count_by_year
from sesec_portal.pagecache.memo import once_per_generation

PER_PAGE = 20


@dataclass(frozen=True)
class Filter:
    """A way to narrow a list: `name` in the address, `label` for readers, `column` by which rows are chosen.

    `options` is called when the list is shown, and returns pairs of a value and what readers are shown for it;
    `shows_sample` tells whether one of them is made up.
    """

    name: str
    label: str | Promise
    column: str
    options: Callable[[], Sequence[tuple[str, str]]]
    shows_sample: Callable[[], bool] = lambda: False


@dataclass(frozen=True)
class Chosen:
    """A Filter with its options, and the value that a reader chose; an empty text for none."""

    filter: Filter
    value: str
    options: Sequence[tuple[str, str]] = field(repr=False)

    @property
    def label(self):
        """What was chosen, in words."""
        return dict(self.options).get(self.value, "")


class Choices:
    """What a reader chose of some filters. Raises Http404 for a value that no filter offers."""

    def __init__(self, filters, parameters):
        self.all = [_chosen(one, parameters.get(one.name, "")) for one in filters]
        self.active = [chosen for chosen in self.all if chosen.value]
        self.labels = [chosen.label for chosen in self.active]

    def narrow(self, entries):
        """Return the entries of a queryset that fit."""
        return entries.filter(**{chosen.filter.column: chosen.value for chosen in self.active})

    def query(self, **more):
        """Return what follows an address to keep the choices, from the question mark on; "" where there are none."""
        kept = {chosen.filter.name: chosen.value for chosen in self.active} | more
        return f"?{urlencode(kept)}" if kept else ""


def _chosen(one, value):
    options = one.options()
    if value and value not in dict(options):
        raise Http404
    return Chosen(one, value, options)


class DatedIndexMixin(RoutablePageMixin):
    """A page that lists what is dated, `…/2017/` a year at a time, narrowed by `filters`.

    A page type says what its first page shows in `present(entries)`, as a dict for the template; `prepared(entries)`
    makes of a queryset a list with what the template prints of each entry. Attributes: `listed_model`, the page type
    that it lists, whose manager is of a DatedQuerySet, and `feed`, the name of the feed that tells of them.
    """

    filters: Sequence[Filter] = ()
    years_title = _("By year")
    listed_model: type[BasePage]
    feed: str

    def entries(self):
        """Return what is listed, newest first."""
        return self.listed_model.objects.by_day()

    @path("")
    def index_route(self, request, *args, **kwargs):
        """Show what is listed first."""
        choices = Choices(self.filters, request.GET)
        entries = choices.narrow(self.entries())
        return self._answer(request, choices, **self.present(entries))

    @path("<int:year>/")
    def of_year(self, request, year):
        """Show one year; where the reader's choices leave nothing of it, the nearest year that has something."""
        if not MINYEAR <= year <= MAXYEAR:
            raise Http404
        choices = Choices(self.filters, request.GET)
        entries = choices.narrow(self.entries())
        of_year = entries.filter(listed_at__year=year)
        page = Paginator(of_year, PER_PAGE).get_page(request.GET.get("page"))
        if not page.paginator.count and not self.entries().filter(listed_at__year=year).exists():
            raise Http404
        listed = self.prepared(page.object_list)
        pages = {
            "page_of_entries": page,
            "previous_address": choices.query(page=page.number - 1),
            "next_address": choices.query(page=page.number + 1),
        }
        sample = any_sample(listed)
        return self._answer(request, choices, year=year, listed=listed, shows_sample=sample, **pages)

    def _answer(self, request, choices, *, year=None, **shown):
        years = _years_of(self, tuple((chosen.filter.column, chosen.value) for chosen in choices.active))
        nearest = min(years, key=lambda other: abs(other - year), default=None) if year else None
        context = {
            **self.get_context(request),
            "choices": choices,
            "years": years,
            "year": year,
            "nearest": nearest if year not in years else None,
            **shown,
            "shows_sample": shown["shows_sample"] or any(chosen.filter.shows_sample() for chosen in choices.all),
        }
        return TemplateResponse(request, self.get_template(request), context)


@once_per_generation
def _years_of(index, chosen):
    """Return how many entries of a list fit pairs of a column and a value, by year, as `count_by_year` has it."""
    return count_by_year(index.entries().filter(**dict(chosen)), "listed_at")
