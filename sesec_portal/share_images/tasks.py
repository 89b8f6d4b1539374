"""When share images come and go.

They are drawn in the background, after a page has been published. What is no longer public is removed at once, by
the process that has made it so.
"""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django_tasks import task
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from . import storage


@task
def renew(translation_key: str) -> None:
    """Bring the images of one page, in all its languages, up to date."""
    storage.renew(translation_key)


@task
def renew_all() -> None:
    """Bring the images of every page up to date."""
    storage.renew_all()


@task
def withdraw() -> None:
    """Remove the images of what is no longer public."""
    storage.withdraw()


def connect() -> None:
    """Keep the images in step with the pages, from now on."""
    page_published.connect(_published)
    page_unpublished.connect(_hidden)
    post_delete.connect(_hidden, sender=Page)
    post_save.connect(_hidden, sender=PageViewRestriction)
    # These can open a branch of the tree, or close it.
    post_delete.connect(_opened_or_hidden, sender=PageViewRestriction)
    post_page_move.connect(_opened_or_hidden)


def _published(instance: Page, **kwargs: object) -> None:
    renew.enqueue(str(instance.translation_key))


def _hidden(**kwargs: object) -> None:
    # Once more by the worker, in case this process does not live to do it.
    withdraw.enqueue()
    transaction.on_commit(storage.withdraw, robust=True)


def _opened_or_hidden(**kwargs: object) -> None:
    transaction.on_commit(storage.withdraw, robust=True)
    renew_all.enqueue()
