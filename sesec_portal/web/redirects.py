"""Former addresses: a redirect holds for one address, or for a whole family of them."""

from django.db.models import Q
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import RedirectMiddleware as OneAddress
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

FAMILY = "/*"
# No family is kept deeper; an address of a thousand parts asks no more than one of ten.
DEEPEST = 10


class RedirectMiddleware(OneAddress):
    """Follows the redirect of an address that nothing else answers, else that of the nearest family above it.

    A redirect from `/Archive/*` holds for `/Archive/` and for everything below it that has none of its own. What no
    redirect fits letter by letter is looked for once more without regard to capitals. A family whose page is not
    published is passed over.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Return the redirect for a 404, if there is one, else the response as it is."""
        response = super().process_response(request, response)
        if response.status_code != 404:
            return response
        return _followed(_nearest(request)) or response


def at_address(request: HttpRequest) -> HttpResponse | None:
    """Return the answer of the redirect that holds for an address with its very query; None where there is none."""
    return _followed(get_redirect(request, Redirect.normalise_path(request.get_full_path(), decode_unicode=False)))


def page_formerly_at(request: HttpRequest, path: str) -> Page | None:
    """Return the published page to which a redirect from this path leads; None where there is none."""
    redirects = Redirect.get_for_site(Site.find_for_request(request)).select_related("redirect_page")
    found = redirects.filter(old_path=Redirect.normalise_path(path), redirect_page__live=True).first()
    return found.redirect_page.specific_deferred if found else None


def _followed(found: Redirect | None) -> HttpResponse | None:
    if not found or not found.link:
        return None
    kind = HttpResponsePermanentRedirect if found.is_permanent else HttpResponseRedirect
    return kind(found.link)


def _nearest(request: HttpRequest) -> Redirect | None:
    parts = [part for part in request.path_info.lower().split("/") if part]
    families = ["/".join(["", *parts[:length]]) + FAMILY for length in range(min(len(parts), DEEPEST), 0, -1)]
    wanted = ["/".join(["", *parts]), *families]
    redirects = Redirect.get_for_site(Site.find_for_request(request)).annotate(lower=Lower("old_path"))
    redirects = redirects.filter(Q(redirect_page=None) | Q(redirect_page__live=True), lower__in=wanted)
    found = {redirect.lower: redirect for redirect in redirects.select_related("redirect_page")}
    return next((found[address] for address in wanted if address in found), None)
