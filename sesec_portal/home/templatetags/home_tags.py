"""What templates on every page need of the front page's own app."""

from django import template
from django.utils.translation import get_language
from wagtail.models import Page

from sesec_portal.core.navigation import Navigation
from sesec_portal.home.models.contact import ContactSettings, contact
from sesec_portal.languages.pages import with_language
from sesec_portal.visibility.pages import public

register = template.Library()


@register.simple_tag
def former_website() -> Page | None:
    """Return the page that tells where the former website's pages are, in the reader's language, or None."""
    pages = public(Page.objects).filter(slug="former-website", locale__language_code=get_language())
    return with_language(pages).first()


@register.simple_tag
def contact_page(navigation: Navigation) -> Page | None:
    """Return the page that says how the project can be reached, in the reader's language, or None."""
    kept = contact()
    if linked := next((page for page in navigation.foot if kept.stands_on(page)), None):
        return linked
    pages = public(Page.objects).filter(translation_key=kept.page, locale__language_code=get_language())
    return with_language(pages).first() if kept.page else None


@register.simple_tag
def contact_settings() -> ContactSettings:
    """Return how the project can be reached, as far as it is recorded."""
    return contact().settings
