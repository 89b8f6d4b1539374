"""Search over the whole portal."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from sesec_portal.core.sources import any_sample

LONGEST_QUERY = 200
PER_PAGE = 10


@require_safe
def search(request):
    """Show the published, public pages of the reader's language in which the words of `?q=` stand, best first."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    pages = Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=1)
    found = pages.specific().select_related("locale").search(query) if query else Page.objects.none()
    number = request.GET.get("page", "1")
    results = Paginator(found, PER_PAGE).get_page(number[:4])
    context = {"query": query, "results": results, "shows_sample": any_sample(results)}
    return render(request, "home/search.html", context)
