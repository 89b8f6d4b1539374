"""The registers as open data: each beside its page in three formats, and all on a page that documents them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site, get_page_models
from wagtail.query import PageQuerySet

from sesec_portal.core.open_data import Register
from sesec_portal.home.feeds import feeds
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

FORMATS = {
    "csv": ("text/csv; charset=utf-8", Register.as_csv),
    "json": ("application/json", Register.as_json),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Register.as_xlsx),
}


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """Show every register with its addresses and what its columns mean, and the feeds."""
    return render(request, "home/open_data.html", {"keepers": _listed(get_language()), "feeds": feeds().values()})


@require_safe
def register(request: HttpRequest, path: str, name: str, suffix: str) -> HttpResponse:
    """Answer with one register of the page at this path: that page must be published, public and in this language."""
    root = Site.find_for_request(request).root_page.localized
    page = _keepers(get_language()).filter(url_path=f"{root.url_path}{path}").specific().first()
    found = next((one for one in page.registers() if one.name == name), None) if page else None
    if not found:
        raise Http404
    content_type, written = FORMATS[suffix]
    response = HttpResponse(written(found), content_type=content_type)
    response["Content-Disposition"] = f'inline; filename="{name}.{suffix}"'
    return response


@once_per_generation
def _listed(language: str) -> tuple[Page, ...]:
    """Return the pages of a language that keep registers, in the order of the tree."""
    return tuple(_keepers(language).specific().prefetch_related("locale").order_by("path"))


def _keepers(language: str) -> PageQuerySet:
    """Return the published, public pages of a language that keep registers."""
    models = [model for model in get_page_models() if hasattr(model, "registers")]
    return public(Page.objects).filter(locale__language_code=language).type(*models).select_related("locale")
