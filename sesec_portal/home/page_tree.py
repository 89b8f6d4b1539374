"""The sitemap for readers: every public page of their language as nested lists, bounded however large the portal."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber, Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.query import PageQuerySet

from sesec_portal.core.sources import any_sample, made_up
from sesec_portal.languages.pages import is_fallback, with_language
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

# The first level is listed whole; below it, of one kind below one page, as of the meetings of the committee, only
# the last in the tree.
FIRST, SECTIONS, DEEPEST = 2, 3, 6
OF_A_KIND = 20
MOST = 1000


@dataclass
class Branch:
    """A page, the branches below it, and how many more pages are below it than are listed."""

    page: Page
    below: "list[Branch]" = field(default_factory=list)
    more: int = 0


@require_safe
def sitemap_page(request: HttpRequest) -> HttpResponse:
    """Show the public pages of the reader's language as a tree: one query a level, however many pages there are."""
    trunk, pages = _grow(get_language())
    context = {
        "trunk": trunk,
        "shows_sample": any_sample(pages),
        "cut": len(pages) == MOST,
        "some_in_english": any(map(is_fallback, pages)),
        "most": MOST,
    }
    return render(request, "home/sitemap_page.html", context)


@once_per_generation
def _grow(language: str) -> tuple[list[Branch], list[Page]]:
    """Return the branches at the root, and all pages that are listed, in a language.

    What is below a page that is not public stands below the nearest one above that is listed; what is below a page
    that was left out is left out with it.
    """
    listed = public(Page.objects).filter(locale__language_code=language, depth__gte=FIRST)
    listed = with_language(listed).annotate(sample=made_up())
    trunk: list[Branch] = []
    branches: dict[str, Branch] = {}
    pages: list[Page] = []
    for depth in range(FIRST, DEEPEST + 1):
        level = list(_level(listed, depth, [page.path for page in pages if page.depth == depth - 1]))
        for page in level[: MOST - len(pages)]:
            pages.append(page)
            branches[page.path] = Branch(page)
            above = _nearest(page.path[: -page.steplen], branches)
            (above.below if above else trunk).append(branches[page.path])
            if above and depth > SECTIONS and page.place == OF_A_KIND:
                above.more += page.crowd - OF_A_KIND
    return trunk, pages


def _level(listed: PageQuerySet, depth: int, above: list[str]) -> PageQuerySet:
    """Return the pages of one level, those below pages that were left out aside, with their places among their kind."""
    pages = listed.filter(depth=depth).annotate(parent=Substr("path", 1, (depth - 1) * Page.steplen))
    parent_is_public = Exists(listed.filter(path=OuterRef("parent")).values("pk"))
    kind = ["parent", "content_type"]
    pages = pages.filter(Q(parent__in=above) | ~parent_is_public).annotate(
        place=Window(RowNumber(), partition_by=kind, order_by=F("path").desc()),
        crowd=Window(Count("pk"), partition_by=kind),
    )
    return (pages.filter(place__lte=OF_A_KIND) if depth > SECTIONS else pages).order_by("path")[:MOST]


def _nearest(path: str, branches: Mapping[str, Branch]) -> Branch | None:
    while path and path not in branches:
        path = path[: -Page.steplen]
    return branches.get(path)
