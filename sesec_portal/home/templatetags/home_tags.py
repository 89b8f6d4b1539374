"""What templates on every page need of the front page's own app."""

from django import template
from django.utils.translation import get_language
from wagtail.models import Page

from sesec_portal.core.navigation import Navigation
from sesec_portal.home.contact_form.mails import is_open
from sesec_portal.home.models.contact import ContactSettings
from sesec_portal.home.models.reached import contact
from sesec_portal.languages.pages import with_language
from sesec_portal.visibility.pages import public

register = template.Library()


@register.simple_tag
def former_website() -> Page | None:
    """Return the page that tells where the former website's pages are, in the reader's language, or None."""
    pages = public(Page.objects).filter(slug="former-website", locale__language_code=get_language())
    return with_language(pages).first()


@register.simple_tag
def contact_page(navigation: Navigation, part: str = "contact") -> Page | None:
    """Return the page that shows a part of the settings of contact, in the reader's language, or None."""
    kept = contact()
    if linked := next((page for page in navigation.foot if kept.part_on(page) == part), None):
        return linked
    keys = [key for key, shown in kept.parts.items() if shown == part]
    pages = public(Page.objects).filter(translation_key__in=keys, locale__language_code=get_language())
    return with_language(pages).first() if keys else None


@register.simple_tag
def contact_form_is_open() -> bool:
    """Tell whether readers can write to the project here."""
    return is_open()


@register.simple_tag
def contact_settings() -> ContactSettings:
    """Return how the project can be reached, as far as it is recorded."""
    return contact().settings
