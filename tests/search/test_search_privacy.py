"""A search tells nothing of what readers cannot open: no result, no count, no extract, no suggestion, no offer."""

import pytest
from wagtail.models import PageViewRestriction

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.search.index.backfill import backfill
from tests.search.searching import addresses, search


@pytest.fixture
def page(home):
    """A published page with words of its own, below another."""
    parent = publish(StandardPage(title="Above", slug="above", locale=home.locale), home)
    body = [{"type": "text", "value": "<p>The glockenspiel rings.</p>"}]
    return publish(StandardPage(title="Bells", slug="bells", body=body, locale=home.locale), parent)


def hide_by_restriction_above(page):
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def hide_by_unpublishing(page):
    page.unpublish()


def hide_by_unpublishing_directly(page):
    StandardPage.objects.filter(pk=page.pk).update(live=False)


def hide_by_new_words(page):
    page.body = []
    page.save_revision().publish()


HIDING = [hide_by_restriction_above, hide_by_unpublishing, hide_by_unpublishing_directly, hide_by_new_words]


@pytest.mark.parametrize("hide", HIDING)
def test_what_is_hidden_is_answered_like_nonsense(client, page, hide):
    assert addresses(search(client, "glockenspiel")) == ["/en/above/bells/"]
    assert search(client, "glockenspeil").select_one(".search__suggestion a")["href"] == "?q=glockenspiel"

    hide(page)
    for language in ("en", "zh-hans"):
        nonsense = client.get(f"/{language}/search/", {"q": "zzzzzzzz"}).content
        for words in ("glockenspiel", "glockenspeil"):
            answer = client.get(f"/{language}/search/", {"q": words}).content
            assert answer.replace(words.encode(), b"zzzzzzzz") == nonsense


def test_a_draft_of_a_published_page_is_not_found(client, page):
    page.title = "Marimba"
    page.save_revision()

    assert not addresses(search(client, "marimba"))


def test_a_page_made_public_again_is_found_after_the_next_round(client, page):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    page.save_revision().publish()
    restriction.delete()
    assert not addresses(search(client, "glockenspiel"))

    assert backfill() == 1
    assert addresses(search(client, "glockenspiel"))
    assert backfill() == 0


def test_a_private_partner_is_no_filter(client, cen):
    PageViewRestriction.objects.create(page=cen, restriction_type="login")

    assert not search(client).select('input[name="partner"][value="cen"]')
    assert "ignored it" in search(client, partner="cen").main.get_text()
