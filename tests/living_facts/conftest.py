"""A page whose text tells living facts."""

import pytest
from wagtail_localize.synctree import create_aliases_for_new_page

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from tests.reading import main_of


@pytest.fixture
def write(home):
    """Publish a page, /en/living/, with a paragraph of this HTML; in Chinese it stands in for its translation."""

    def publish_text(html):
        page = StandardPage(title="Living", slug="living", locale=home.locale, body=[("text", f"<p>{html}</p>")])
        page = publish(page, home)
        create_aliases_for_new_page(page)
        return page

    return publish_text


@pytest.fixture
def printed(client, write):
    """Return what a page prints of a text: `printed("Now: …")`, in English or on its Chinese address."""

    def ask(html, language="en"):
        write(html)
        return main_of(client, f"/{language}/living/")

    return ask
