"""A portal without content."""

import pytest
from wagtail.models import Locale, Page, Site

from governance.models import Seat
from newsroom.models import EventPage, NewsPage, PublicationPage
from phases.models import PhasePage
from standards.models import BodyPage, CallPage


@pytest.fixture
def empty_site(db):
    """A database as migrations leave it: a root page, and Wagtail's page of welcome."""
    Seat.objects.all().delete()
    # What names other pages goes before them.
    BodyPage.objects.update(part_of=None, successor=None)
    for kind in (NewsPage, EventPage, PublicationPage, CallPage):
        Page.objects.type(kind).delete()
    for page in Page.objects.filter(depth=2):
        page.specific.get_descendants(inclusive=True).type(PhasePage).specific().delete()
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    welcome = root.add_child(instance=Page(title="Welcome", slug="home", locale=Locale.get_default()))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
