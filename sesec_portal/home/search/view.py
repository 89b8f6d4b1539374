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
from .counting import tally
from .filters import Filters
from .offers import offers
from .ranking import MOST_RANKED, ranked
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
    asked, language = Asked.read(request.GET), get_language()
    other = next(code for code, _name in settings.LANGUAGES if code != language)
    pages = Page.objects.live().filter(not_private())
    visible = SearchEntry.objects.visible(pages)
    filters = Filters.of(asked, visible)
    found = visible.matching(asked.terms) if asked.words else visible
    counted = tally(found, filters, language)
    searched = bool(asked.words or filters.active)
    fitting = found.filter(filters.condition)
    page = _page(fitting.filter(language=language), asked, counted.here if searched else 0)
    here = list(page.object_list)
    elsewhere = _elsewhere(fitting, language, asked) if searched and counted.elsewhere else []
    shown = results([*here, *elsewhere], pages)
    facets = offers(filters, counted, asked)
    better = suggestion(asked.words, visible) if asked.words and not counted.here else None
    context = {
        "query": asked.words,
        "searched": searched,
        "filters": filters,
        "facets": facets,
        "offered": any(facet.offers for facet in facets),
        "page_of_results": page,
        "results": shown[: len(here)],
        "total": counted.here,
        "most": MOST_RANKED,
        "elsewhere": shown[len(here) :],
        "elsewhere_total": counted.elsewhere,
        "elsewhere_language": other,
        "elsewhere_name": LANGUAGES[other],
        "elsewhere_address": f"/{other}/search/{asked.address()}",
        "suggestion": better,
        "suggestion_address": Asked(better, {}).address() if better else "",
        "everything": Asked(asked.words, {}).address(),
        "shows_sample": any_sample(shown),
    }
    return render(request, "home/search.html", context)


def _page(here, asked, total):
    """The page of results asked for, or the nearest there is."""
    listed = ranked(here, asked) if total else []
    paginator = Paginator(listed, PER_PAGE)
    paginator.count = min(total, MOST_RANKED)
    page = paginator.get_page(asked.page)
    page.previous_address = asked.address(page=page.number - 1)
    page.next_address = asked.address(page=page.number + 1)
    return page


def _elsewhere(fitting, language, asked):
    """The best few results in the other language whose translation is not among those in the reader's."""
    same = fitting.filter(language=language).exclude(translation_key=None).values("translation_key")
    others = fitting.exclude(language=language).exclude(translation_key__in=same)
    return list(ranked(others, asked)[:MOST_ELSEWHERE])
