"""The registers as open data: each beside its page in three formats, and all on a page that documents them."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page, Site, get_page_models

from sesec_portal.core.open_data import Register
from sesec_portal.home.feeds import feeds
from sesec_portal.visibility.pages import public

FORMATS = {
    "csv": ("text/csv; charset=utf-8", Register.as_csv),
    "json": ("application/json", Register.as_json),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Register.as_xlsx),
}


@require_safe
def open_data(request):
    """Show every register with its addresses and what its columns mean, and the feeds."""
    keepers = _keepers().specific().prefetch_related("locale").order_by("path")
    return render(request, "home/open_data.html", {"keepers": keepers, "feeds": feeds().values()})


@require_safe
def register(request, path, name, suffix):
    """Answer with one register of the page at this path: that page must be published, public and in this language."""
    root = Site.find_for_request(request).root_page.localized
    page = _keepers().filter(url_path=f"{root.url_path}{path}").specific().first()
    found = next((one for one in page.registers() if one.name == name), None) if page else None
    if not found:
        raise Http404
    content_type, written = FORMATS[suffix]
    response = HttpResponse(written(found), content_type=content_type)
    response["Content-Disposition"] = f'inline; filename="{name}.{suffix}"'
    return response


def _keepers():
    """Return the published, public pages of the reader's language that keep registers."""
    models = [model for model in get_page_models() if hasattr(model, "registers")]
    return public(Page.objects).filter(locale=Locale.get_active()).type(*models).select_related("locale")
