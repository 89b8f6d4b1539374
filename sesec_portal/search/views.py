"""The page of the search."""

from django.conf import settings
from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from sesec_portal.core.sources import any_sample
from sesec_portal.visibility.pages import public

from .models import SearchEntry, SearchEntryQuerySet
from .query.examples import examples
from .query.facet_choices import facet_choices
from .query.facet_counts import count_facets
from .query.filters import Filters
from .query.headings import heading, heading_elsewhere
from .query.limits import MOST_TEXTS, by_index
from .query.parameters import Query
from .query.ranking import MOST_RANKED, Ranking, to_show
from .query.results import results
from .query.suggestions import suggestion

PER_PAGE = 10
MOST_ELSEWHERE = 3
LANGUAGES = {"en": _("English"), "zh-hans": _("Chinese")}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what of the published, public portal fits the words `?q=` and the filters, best first.

    Filters are those of `facets`: `type`, `year`, and what page types declare, as `phase` (its number) and `partner`
    (the last part of its page's address). Results in the reader's language come first; those in the other language are
    offered below them.
    """
    query = Query.read(request.GET)
    with by_index():
        context = _found(query, get_language())
    return render(request, "search/search.html", context)


def _found(query: Query, language: str) -> dict[str, object]:
    other = next(code for code, _name in settings.LANGUAGES if code != language)
    pages = public(Page.objects)
    visible = SearchEntry.objects.visible()
    filters = Filters.of(query, language)
    found = visible.matching(query.terms) if query.words else visible
    counted = count_facets(found, filters, language)
    searched = bool(query.words or filters.active)
    page = _page(visible.filter(filters.condition, language=language), query, counted.here if searched else 0)
    here = page.object_list
    elsewhere = []
    if searched and counted.elsewhere:
        same = found.filter(filters.condition, language=language)
        others = visible.filter(filters.condition, language=other)
        elsewhere = Ranking(others, query, but=same)[:MOST_ELSEWHERE]
    shown = results(to_show([*here, *elsewhere], query), query, pages)
    facets = facet_choices(filters, counted, query)
    better = suggestion(query.words, visible) if query.words and not counted.here else None
    return {
        "query": query.words,
        "searched": searched,
        "filters": filters,
        "facets": facets,
        "offered": any(facet.offers for facet in facets),
        "page_of_results": page,
        "previous_address": query.address(page=page.number - 1),
        "next_address": query.address(page=page.number + 1),
        "results": shown[: len(here)],
        "heading": heading(query.words, counted.here, counted.many_here),
        "total": counted.here,
        "most_counted": MOST_TEXTS,
        "many_texts": counted.many_texts,
        "most": MOST_RANKED,
        "elsewhere": shown[len(here) :],
        "elsewhere_heading": heading_elsewhere(LANGUAGES[other], counted.elsewhere, counted.many_elsewhere),
        "elsewhere_language": other,
        "elsewhere_name": LANGUAGES[other],
        "elsewhere_address": f"/{other}/search/{query.address()}",
        "also": query.asked.also,
        "exactly": Query(query.asked.exactly, query.chosen).address(),
        "examples": [] if searched else examples(),
        "suggestion": better,
        "suggestion_address": Query(better, {}).address() if better else "",
        "everything": Query(query.words, {}).address(),
        "shows_sample": any_sample(shown, *(facet.offers for facet in facets)),
    }


def _page(here: SearchEntryQuerySet, query: Query, total: int) -> PageOfResults:
    """The page of results asked for, or the nearest there is."""
    listed: Ranking | list[int] = Ranking(here, query) if total else []
    paginator = Paginator(listed, PER_PAGE)  # type: ignore[arg-type]  # whose count is told below, and not asked for
    paginator.count = min(total, MOST_RANKED)
    return paginator.get_page(query.page)
