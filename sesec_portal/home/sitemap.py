"""The sitemap for search engines: every public page in each language it is written in."""

from django.contrib.sitemaps import Sitemap
from django.utils.translation import get_language
from wagtail.models import Page

from sesec_portal.core.languages import is_stand_in, with_language


class PageSitemap(Sitemap):
    """Groups the translations of a page, so that each names the others."""

    i18n = True
    alternates = True
    x_default = True
    limit = 5000

    def items(self):
        pages = with_language(Page.objects.live().public().filter(depth__gt=1).order_by("path"))
        groups = {}
        for page in pages:
            if is_stand_in(page):
                continue
            groups.setdefault(page.translation_key, {})[page.locale.language_code] = page
        return list(groups.values())

    def get_languages_for_item(self, item):
        return list(item)

    def location(self, item):
        return item.get(get_language(), next(iter(item.values()))).url

    def lastmod(self, item):
        return max((page.last_published_at for page in item.values() if page.last_published_at), default=None)
