"""The chooser of pages: it opens where such pages are, and offers those of the language of the form that asks."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from wagtail.admin.views.chooser import BrowseView, page_models_from_string
from wagtail.models import Locale, Page, PageQuerySet


class ChoosePageView(BrowseView):
    """Offers pages below a page; at first below the nearest one that has all that can be chosen in the language."""

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        """Open where such pages are."""
        return super().get(request, parent_page_id or self._place(request))

    def _place(self, request: HttpRequest) -> int | None:
        language = language_of_form(request)
        if not language:
            return None
        try:
            kinds = page_models_from_string(request.GET.get("page_type") or "wagtailcore.page")
        except (ValueError, LookupError) as error:
            raise Http404 from error
        # Below the root.
        offered = Page.objects.filter(locale__language_code=language, depth__gt=1).type(*kinds)
        place = offered.first_common_ancestor(include_self=False)
        if place.is_root():
            place = offered.order_by("path").first() or place
        return place.pk


def of_the_forms_language(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Return the pages that a search in the chooser finds: those of the language of the form that asks."""
    match = request.resolver_match
    language = language_of_form(request) if match and match.url_name == "wagtailadmin_choose_page_search" else None
    # By its key: the index of the search knows no other field of a language.
    return pages.filter(locale=Locale.objects.get(language_code=language)) if language else pages


def language_of_form(request: HttpRequest) -> str | None:
    """Return the code of the language of the form from which a chooser was opened; None where no form of ours asks.

    A page's form has the language of the page, that of an entry of a register the first, which holds the facts.
    """
    try:
        form = resolve(urlsplit(request.headers.get("Referer", "")).path)
    except Resolver404:
        return None
    key = form.kwargs.get("page_id") or form.kwargs.get("parent_page_id")
    if key:
        return Page.objects.filter(pk=key).values_list("locale__language_code", flat=True).first()
    return settings.LANGUAGE_CODE if form.namespace.startswith("wagtailsnippets") else None
