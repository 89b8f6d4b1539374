"""Addresses as the world outside the portal writes them."""

from urllib.parse import urljoin, urlsplit, urlunsplit

from django.conf import settings
from wagtail.models import Page


def absolute(address: str) -> str:
    """Return an address with the portal's origin (the setting SITE_URL) before it."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, address)


def relative(address: str) -> str:
    """Return an address without the origin before it, whatever that is."""
    return urlunsplit(urlsplit(address)._replace(scheme="", netloc=""))


def webcal(address: str) -> str:
    """Return an address as calendar programs take it for a subscription: with the scheme `webcal`."""
    return f"webcal:{absolute(address).partition(':')[2]}"


def canonical(page: Page, rest: str = "") -> str:
    """Return the one address of a page's content: a fallback page's is that of the page it stands for.

    Argument: `rest`, what follows the page's own address where the content stands below it.
    """
    return absolute(f"{page.original.url if page.is_fallback else page.url}{rest}")
