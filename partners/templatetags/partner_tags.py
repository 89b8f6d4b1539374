"""The partners, wherever they are linked."""

from django import template
from django.utils.translation import get_language

from partners.models import PartnerPage
from sesec_portal.languages.pages import with_language
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

register = template.Library()


@register.simple_tag
def partner_links():
    """Return the published pages of all partners in the reader's language, in order."""
    return _pages(get_language())


@once_per_generation
def _pages(language):
    pages = public(PartnerPage.objects).filter(locale__language_code=language)
    return list(with_language(pages.defer_streamfields()).order_by("path"))
