"""From an address to its page in two queries, however deep the page lies; Wagtail itself asks for each step."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.models.sites import get_site_for_hostname
from wagtail.url_routing import RouteResult
from wagtail.views import serve as serve_page

from sesec_portal.languages.pages import with_language
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import open_to_all


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at a path inside the active language, or inside it with the view that the page routes."""
    route = _route(request, [part for part in path.split("/") if part])
    request._wagtail_route_for_request = route  # type: ignore[attr-defined]  # where Wagtail looks for it
    response: HttpResponse = serve_page(request, path)
    if route and settings.WAGTAILFRONTENDCACHE:
        response.headers["Cache-Tag"] = f"page-{route.page.pk}"
    return response


def _route(request: HttpRequest, parts: list[str]) -> RouteResult | None:
    root = _root(request)
    if root is None:
        return None
    paths = [root + "".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) + 1)]
    # The deepest page on the way routes what is left of it.
    found = Page.objects.filter(url_path__in=paths).order_by("-depth")
    step = found.values("pk", "content_type_id", "url_path", "path", "alias_of__path").first()
    if step is None:
        return None
    model = ContentType.objects.get_for_id(step["content_type_id"]).model_class()
    if model is None:
        return None
    page = with_language(model._default_manager.all()).get(pk=step["pk"])
    # A page that stands for another is as private as that one.
    page.is_open_to_all = open_to_all(step["path"], step["alias_of__path"])
    try:
        return page.route(request, parts[paths.index(step["url_path"]) :])
    except Http404:
        return None


def _root(request: HttpRequest) -> str | None:
    """Return the `url_path` of the front page of this site in the active language, or None."""
    site = _site(split_domain_port(request.get_host())[0], request.get_port())
    request._wagtail_site = site  # type: ignore[attr-defined]  # where Wagtail looks for it
    if site is None:
        return None
    wanted = site.pk, get_language()
    roots = Site.get_site_root_paths()
    return next((root.root_path for root in roots if (root.site_id, root.language_code) == wanted), None)


@once_per_generation
def _site(domain: str, port: str) -> Site | None:
    """Return the Site for a domain, as Wagtail chooses it, or None where there is none.

    The port is the server's own, so that no request makes a further value to keep.
    """
    try:
        return get_site_for_hostname(domain, port)
    except Site.DoesNotExist:
        return None
