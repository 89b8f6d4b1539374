"""The page of the search."""

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from sesec_portal.core.search_index.models import SearchEntry
from sesec_portal.core.sources import any_sample
from sesec_portal.core.visibility import not_private

from .asked import Asked
from .bounds import MOST_TEXTS, by_index
from .counting import tally
from .filters import Filters
from .headings import heading, heading_elsewhere
from .offers import offers
from .ranking import MOST_RANKED, Ranking, to_show
from .results import results
from .suggestions import suggestion

PER_PAGE = 10
MOST_ELSEWHERE = 3
LANGUAGES = {"en": _("English"), "zh-hans": _("Chinese")}


@require_safe
def search(request):
    """Show what of the published, public portal fits the words `?q=` and the filters, best first.

    Filters are `type`, `phase` (its number), `partner` (the last part of its page's address) and `year`; see
    `filters`. Results in the reader's language come first; those in the other language are offered below them.
    """
    asked = Asked.read(request.GET)
    with by_index():
        context = _found(asked, get_language())
    return render(request, "home/search.html", context)


def _found(asked, language):
    other = next(code for code, _name in settings.LANGUAGES if code != language)
    pages = Page.objects.live().filter(not_private())
    visible = SearchEntry.objects.visible()
    filters = Filters.of(asked, visible)
    found = visible.matching(asked.terms) if asked.words else visible
    counted = tally(found, filters, language)
    searched = bool(asked.words or filters.active)
    page = _page(visible.filter(filters.condition, language=language), asked, counted.here if searched else 0)
    here = page.object_list
    elsewhere = []
    if searched and counted.elsewhere:
        same = found.filter(filters.condition, language=language)
        others = visible.filter(filters.condition, language=other)
        elsewhere = Ranking(others, asked, but=same)[:MOST_ELSEWHERE]
    shown = results(to_show([*here, *elsewhere], asked), pages)
    facets = offers(filters, counted, asked)
    better = suggestion(asked.words, visible) if asked.words and not counted.here else None
    return {
        "query": asked.words,
        "searched": searched,
        "filters": filters,
        "facets": facets,
        "offered": any(facet.offers for facet in facets),
        "page_of_results": page,
        "results": shown[: len(here)],
        "heading": heading(asked.words, counted.here, counted.many_here),
        "total": counted.here,
        "most_counted": MOST_TEXTS,
        "many_texts": counted.many_texts,
        "most": MOST_RANKED,
        "elsewhere": shown[len(here) :],
        "elsewhere_heading": heading_elsewhere(LANGUAGES[other], counted.elsewhere, counted.many_elsewhere),
        "elsewhere_language": other,
        "elsewhere_name": LANGUAGES[other],
        "elsewhere_address": f"/{other}/search/{asked.address()}",
        "suggestion": better,
        "suggestion_address": Asked(better, {}).address() if better else "",
        "everything": Asked(asked.words, {}).address(),
        "shows_sample": any_sample(shown),
    }


def _page(here, asked, total):
    """The page of results asked for, or the nearest there is."""
    listed = Ranking(here, asked) if total else []
    paginator = Paginator(listed, PER_PAGE)
    paginator.count = min(total, MOST_RANKED)
    page = paginator.get_page(asked.page)
    page.previous_address = asked.address(page=page.number - 1)
    page.next_address = asked.address(page=page.number + 1)
    return page
