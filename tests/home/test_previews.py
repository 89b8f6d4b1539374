"""What an editor sees of a page before it is saved for the first time."""

import pytest
from wagtail.models import Page

from tests.pages import OWN_PAGES

NUMBERED = {"PhasePage": {"number": 9}, "MeetingPage": {"number": 9}, "PriorityRevisionPage": {"number": 9}}


def under(model):
    """Return a page, in English, under which pages of a type are made; the root for what stands at the top."""
    parents = tuple(parent for parent in model.allowed_parent_page_models() if parent is not Page)
    found = Page.objects.type(parents).filter(locale__language_code="en").order_by("path")
    return found.first() or Page.objects.get(depth=1)


@pytest.mark.parametrize("model", OWN_PAGES, ids=lambda model: model.__name__)
def test_a_page_that_has_never_been_saved_can_be_previewed(db, model):
    parent = under(model)
    page = model(
        title="Not saved yet", slug="not-saved", locale_id=parent.locale_id, **NUMBERED.get(model.__name__, {})
    )
    page.depth, page.path = parent.depth + 1, f"{parent.path}9999"
    page.set_url_path(parent)

    answer = page.make_preview_request(None, page.default_preview_mode)

    assert answer.status_code == 200
    assert "Not saved yet" in answer.content.decode()
