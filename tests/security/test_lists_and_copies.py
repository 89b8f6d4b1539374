"""What is done to several things at once, and every copy, answers with a result or a sentence; never with a fault."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from tests.pages import OWN_PAGES
from tests.security.admin_addresses import World

OTHERS = [get_image_model(), get_document_model(), *get_snippet_models()]


@pytest.fixture
def world(sample, settings, tmp_path):
    """Something of every kind."""
    settings.MEDIA_ROOT = tmp_path
    return World()


@pytest.fixture
def each(client, log_in):
    """Log in as somebody of each group that may do most, one after the other."""
    return lambda: (log_in(group) for group in ("Publishers", "Administrators"))


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def pages():
    """Return a page of each type in English, and in Chinese one that is translated and one that stands in."""
    found = {}
    for page in Page.objects.filter(depth__gt=1).order_by("path").specific():
        is_original = page.locale.language_code == "en"
        found.setdefault(type(page) if is_original else bool(page.alias_of_id), page)
    return found.values()


def test_every_action_on_a_list_of_everything(world, each, client):
    typed = {"chooser": world.values["parent_page_id"], "tags": "a tag", "collection": world.values["collection"]}
    things = [*((Page, page) for page in pages()), *((model, model.objects.first()) for model in OTHERS)]
    walked = set()
    for _ in each():
        for model, thing in things:
            kind = (model._meta.app_label, model._meta.model_name)
            actions = bulk_action_registry.get_bulk_actions_for_model(*kind)
            for name in {"delete", *(action.action_type for action in actions)}:
                act(client, reverse("wagtail_bulk_action", args=[*kind, name]), thing, typed)
                walked.add((kind[1], name))
    assert {("page", "move"), ("page", "publish"), ("decision", "delete"), ("portalimage", "add_tags")} <= walked


def act(client, address, thing, typed):
    address = f"{address}?id={thing.pk}&next=/admin/"
    assert client.get(address).status_code in (200, 302, 403), address
    with_branch = {} if getattr(thing, "depth", 0) == 2 else {"include_descendants": "on"}
    with undone():
        assert client.post(address, {**typed, **with_branch}, follow=True).status_code in (200, 403), address


def test_every_page_can_be_copied_or_says_why_not(world, each, client):
    for _ in each():
        for page in pages():
            copy(client, reverse("wagtailadmin_pages:copy", args=[page.pk]), page)
    assert {type(page) for page in pages()} == set(OWN_PAGES)


def copy(client, address, page):
    form = {"new_title": "Copied", "new_slug": "copied", "new_parent_page": page.get_parent().pk}
    assert client.get(address, follow=True).status_code == 200, page
    below = {"copy_subpages": "on"} if page.depth > 2 else {}
    for chosen in ({}, {"publish_copies": "on", **below}, {"alias": "on", **below}):
        with undone():
            assert client.post(address, {**form, **chosen}, follow=True).status_code == 200, page
            for copied in Page.objects.filter(slug="copied", live=True, depth__gt=2):
                assert client.get(copied.url).status_code == 200, page
