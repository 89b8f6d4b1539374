"""The sitemap for readers: every public page of their language as nested lists, bounded however large the portal."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber, Substr
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from sesec_portal.core.languages import with_language
from sesec_portal.core.sources import any_sample, made_up
from sesec_portal.core.visibility import not_private

# Of one kind below one page, as of the meetings of the committee, only the last in the tree are listed.
OF_A_KIND = 20
SECTIONS, DEEPEST = 3, 6
MOST = 1000


@dataclass
class Branch:
    """A page, the branches below it, and how many more pages are below it than are listed."""

    page: Page
    more: int
    below: list = field(default_factory=list)


@require_safe
def sitemap_page(request):
    """Show the public pages of the reader's language as a tree: three queries however many there are."""
    pages = list(_listed())
    context = {"trunk": _grown(pages), "shows_sample": any_sample(pages), "cut": len(pages) == MOST, "most": MOST}
    return render(request, "home/sitemap_page.html", context)


def _public():
    pages = Page.objects.live().filter(not_private(), locale=Locale.get_active(), depth__gt=1, depth__lte=DEEPEST)
    return pages.annotate(parent=Substr("path", 1, (F("depth") - 1) * Page.steplen))


def _listed():
    """Return the pages to list, those near the front page first."""
    place = Window(RowNumber(), partition_by=["parent", "content_type"], order_by=F("path").desc())
    near = (
        _public()
        .annotate(place=place)
        .filter(Q(depth__lte=SECTIONS) | Q(place__lte=OF_A_KIND))
        .order_by("depth", "path")
    )
    pages = Page.objects.filter(pk__in=near.values("pk")[:MOST]).order_by("depth", "path")
    parent = Substr(OuterRef("path"), 1, (OuterRef("depth") - 1) * Page.steplen)
    public = Page.objects.live().filter(not_private(), depth__gt=1, path=parent)
    return with_language(pages).annotate(sample=made_up(), below_public=Exists(public))


def _more():
    """Return how many public pages are left out, by the path of their parent."""
    crowds = _public().filter(depth__gt=SECTIONS).order_by().values("parent", "content_type")
    more = {}
    for crowd in crowds.annotate(size=Count("pk")).filter(size__gt=OF_A_KIND):
        more[crowd["parent"]] = more.get(crowd["parent"], 0) + crowd["size"] - OF_A_KIND
    return more


def _grown(pages):
    """Return the branches at the root.

    What is below a page that is not public stands below the nearest one above that is listed; what is below a page
    that was left out is left out with it.
    """
    more, branches, trunk = _more(), {}, []
    for page in pages:
        above = page.path[: -page.steplen]
        if page.below_public and above not in branches:
            continue
        while above and above not in branches:
            above = above[: -page.steplen]
        branches[page.path] = branch = Branch(page, more.get(page.path, 0))
        (branches[above].below if above else trunk).append(branch)
    return trunk
