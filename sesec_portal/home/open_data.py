"""The registers as open data: each beside its page in three formats, and all on a page that documents them."""

from collections.abc import Callable, Iterable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site, get_page_models
from wagtail.query import PageQuerySet

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.datasets import data_catalog, dcat, table_metadata
from sesec_portal.core.open_data import FORMATS, Register
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

# With the mark of UTF-8 at its beginning, without which Excel takes a CSV file's letters for those of its country.
_WRITTEN: dict[str, Callable[[Register], str | bytes]] = {
    "csv": lambda register: register.as_csv().encode("utf-8-sig"),
    "json": Register.as_json,
    "xlsx": Register.as_xlsx,
}


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """Show every register with its addresses and what its columns mean."""
    keepers = _listed(get_language())
    catalog = data_catalog(absolute(request.path), _kept(keepers))
    return render(request, "home/open_data.html", {"keepers": keepers, "catalog": catalog})


@require_safe
def catalog(request: HttpRequest) -> HttpResponse:
    """Answer with what registers there are, as a DCAT Catalog in JSON-LD, for portals that gather such."""
    told = dcat(absolute(request.path), _kept(_listed(get_language())))
    return JsonResponse(told, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False})


@require_safe
def register(request: HttpRequest, path: str, name: str, suffix: str) -> HttpResponse:
    """Answer with one register of the page at this path: that page must be published, public and in this language."""
    found = _find(request, path, name)
    content_type = f"{FORMATS[suffix]}; charset=utf-8" if suffix == "csv" else FORMATS[suffix]
    response = HttpResponse(_WRITTEN[suffix](found), content_type=content_type)
    # Programs read JSON where it is; the others are taken away.
    kept = "inline" if suffix == "json" else "attachment"
    response["Content-Disposition"] = f'{kept}; filename="{name}.{suffix}"'
    if suffix == "csv":
        response["Link"] = f'<{name}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'
    return response


@require_safe
def metadata(request: HttpRequest, path: str, name: str) -> HttpResponse:
    """Answer with what the columns of a register's CSV file are, where CSV on the Web looks for it: beside the file."""
    told = table_metadata(_find(request, path, name))
    return JsonResponse(told, content_type="application/csvm+json", json_dumps_params={"ensure_ascii": False})


def _find(request: HttpRequest, path: str, name: str) -> Register:
    """Return a register of the page at a path; raises Http404 where readers of this language find none there."""
    root = Site.find_for_request(request).root_page.localized
    page = _keepers(get_language()).filter(url_path=f"{root.url_path}{path}").specific().first()
    found = next((one for one in page.registers() if one.name == name), None) if page else None
    if not found:
        raise Http404
    return found


def _kept(keepers: Iterable[Page]) -> list[tuple[Register, Page]]:
    return [(register, keeper) for keeper in keepers for register in keeper.registers()]


@once_per_generation
def _listed(language: str) -> tuple[Page, ...]:
    """Return the pages of a language that keep registers, in the order of the tree."""
    return tuple(_keepers(language).specific().prefetch_related("locale").order_by("path"))


def _keepers(language: str) -> PageQuerySet:
    """Return the published, public pages of a language that keep registers."""
    models = [model for model in get_page_models() if hasattr(model, "registers")]
    return public(Page.objects).filter(locale__language_code=language).type(*models).select_related("locale")
