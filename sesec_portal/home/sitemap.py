"""The sitemap for search engines: an index of files, each made of a bounded part of the public pages."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import override
from wagtail import hooks
from wagtail.models import Page
from wagtail.query import PageQuerySet

from sesec_portal.core.absolute_urls import absolute, relative
from sesec_portal.core.latest import published_last
from sesec_portal.languages.pages import without_fallbacks
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

Entry = dict[str, object]


class PageSitemap(Sitemap):
    """Every public page in each language it is written in, with its translations: three queries a file."""

    limit = 500

    @property
    def paginator(self) -> Paginator:
        files = super().paginator
        files.count = _count()
        return files

    def items(self) -> PageQuerySet:
        """Return the pages, oldest first, so that a new one changes the last file only."""
        pages = _listed().select_related("locale")
        return pages.only("url_path", "translation_key", "last_published_at", "locale").order_by("pk")

    def get_latest_lastmod(self) -> datetime | None:
        return _last_published()

    def get_urls(self, page: int | str = 1, site: object = None, protocol: str | None = None) -> list[Entry]:
        """Return the entries of one file; raises EmptyPage or PageNotAnInteger where there is none."""
        pages = list(self.paginator.page(page).object_list)
        translations: dict[UUID, dict[str, str]] = {}
        for other in self.items().filter(translation_key__in={one.translation_key for one in pages}):
            translations.setdefault(other.translation_key, {})[other.locale.language_code] = absolute(other.url)
        return [
            _entry(translations[one.translation_key], one.locale.language_code, one.last_published_at) for one in pages
        ]


class ViewSitemap(Sitemap):
    """What readers can open that is not a page of the tree: the views that apps give to `register_sitemap_views`."""

    def items(self) -> list[tuple[str, str]]:
        views = [view for register in hooks.get_hooks("register_sitemap_views") for view in register()]
        return [(view, language) for view in views for language, _name in settings.LANGUAGES]

    def get_urls(self, page: int | str = 1, site: object = None, protocol: str | None = None) -> list[Entry]:
        return [_entry(_in_every_language(view), language) for view, language in self.items()]


SITEMAPS: dict[str, type[Sitemap] | Sitemap] = {"pages": PageSitemap, "views": ViewSitemap}


def sitemap_index(request: HttpRequest) -> TemplateResponse:
    """Answer with the addresses of all files, as the setting SITE_URL has the portal's origin."""
    response = index(request, SITEMAPS, sitemap_url_name="sitemap-file")
    for file in (response.context_data or {})["sitemaps"]:
        file.location = absolute(relative(file.location))
    return response


def _listed() -> PageQuerySet:
    return without_fallbacks(public(Page.objects).filter(depth__gt=1))


@once_per_generation
def _count() -> int:
    return _listed().count()


@once_per_generation
def _last_published() -> datetime | None:
    latest = published_last(Page.objects).values_list("last_published_at", flat=True)
    return next(iter(latest[:1]), None)


def _in_every_language(view: str) -> dict[str, str]:
    addresses = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            addresses[language] = absolute(reverse(view))
    return addresses


def _entry(addresses: Mapping[str, str], language: str, lastmod: datetime | None = None) -> Entry:
    """Return one entry, as Django's template prints it. `addresses`: those of the translations, by language."""
    in_order = [(code, addresses[code]) for code, _name in settings.LANGUAGES if code in addresses]
    if settings.LANGUAGE_CODE in addresses:
        in_order.append(("x-default", addresses[settings.LANGUAGE_CODE]))
    alternates = [{"lang_code": code, "location": address} for code, address in in_order]
    return {"location": addresses[language], "lastmod": lastmod, "alternates": alternates}
