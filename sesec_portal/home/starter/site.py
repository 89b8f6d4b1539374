"""The site whose front page the starter content makes."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site


def is_empty() -> bool:
    """Tell whether the site has no page but, at most, the welcome page that Wagtail makes."""
    pages = Page.objects.filter(depth__gt=1)
    return not pages.exclude(depth=2, content_type__model="page", content_type__app_label="wagtailcore").exists()


def remove_welcome_page() -> Page:
    """Remove the page that Wagtail makes, and its site; return the root of the tree."""
    for welcome in Page.get_first_root_node().get_children().exact_type(Page):
        Site.objects.filter(root_page=welcome).delete()
        welcome.delete()
    return Page.get_first_root_node()


def create_site(home: Page) -> None:
    """Make the site that begins at a front page, at the portal's address."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL or "http://localhost")
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.create(hostname=address.hostname, port=port, root_page=home, is_default_site=True, site_name="SESEC")
