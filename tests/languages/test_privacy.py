"""A page made private is private in every language."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.synctree import create_aliases_for_new_page

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish


@pytest.fixture
def page(home):
    """A page that has no translation yet, in the main menu."""
    page = StandardPage(title="Notes", slug="notes", show_in_menus=True, locale=home.locale)
    page = publish(page, home)
    create_aliases_for_new_page(page)
    return page


def restrict(page, kind="login"):
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open sesame")


def listed(client):
    return ["Notes" in client.get(f"/{language}/").content.decode() for language in ("en", "zh-hans")]


def public(language):
    return Page.objects.public().filter(slug="notes", locale__language_code=language).exists()


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_stand_in_is_as_private_as_its_page_and_open_again_with_it(client, page, kind):
    assert listed(client) == [True, True]

    restriction = restrict(page, kind)
    assert listed(client) == [False, False]
    assert "Notes" not in client.get("/zh-hans/notes/").content.decode()

    restriction.delete()
    assert listed(client) == [True, True]


def test_a_translation_is_as_private_as_its_page(client, db):
    restrict(Page.objects.get(slug="privacy", locale__language_code="en"))

    assert client.get("/zh-hans/privacy/").status_code == 302


def test_the_groups_are_the_same(page):
    restriction = restrict(page, "groups")
    restriction.groups.set(Group.objects.filter(name="Editors"))

    copy = PageViewRestriction.objects.get(page__translation_key=page.translation_key, page__alias_of=page)
    assert [group.name for group in copy.groups.all()] == ["Editors"]


def test_a_translation_made_later_is_private_from_the_start(page):
    Page.objects.get(alias_of=page).delete()
    restrict(page)
    create_aliases_for_new_page(page)

    assert not public("zh-hans")


def test_privacy_of_a_translation_alone_stays_its_own(page):
    restriction = restrict(Page.objects.get(alias_of=page))
    assert public("en")

    restriction.delete()
    assert public("zh-hans")
