"""A page made private is private in every language.

Wagtail keeps privacy with one page: a translation stays open, and even the title of a fallback page would be listed in
the menu and found by the search of the other language. So translations and fallback pages get the same privacy.
"""

from collections.abc import Iterable

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.signals import copy_for_translation_done

from .pages import is_original


def connect() -> None:
    """Keep the privacy of all languages in step with that of the first, from now on."""
    post_save.connect(_saved, sender=PageViewRestriction)
    m2m_changed.connect(_regrouped, sender=PageViewRestriction.groups.through)
    post_delete.connect(_removed, sender=PageViewRestriction)
    copy_for_translation_done.connect(_translated)


def _others(restriction: PageViewRestriction) -> PageQuerySet:
    """The same page in the other languages; none where the restriction is not on the page in the first language."""
    page = Page.objects.filter(pk=restriction.page_id).select_related("locale").first()
    return page.get_translations() if page and is_original(page) else Page.objects.none()


def _copy(restriction: PageViewRestriction, pages: Iterable[Page]) -> None:
    for page in pages:
        same, _ = PageViewRestriction.objects.update_or_create(
            page=page, defaults={"restriction_type": restriction.restriction_type, "password": restriction.password}
        )
        same.groups.set(restriction.groups.all())


def _saved(instance: PageViewRestriction, raw: bool, **kwargs: object) -> None:
    if not raw:
        _copy(instance, _others(instance))


def _regrouped(instance: PageViewRestriction, action: str, reverse: bool, **kwargs: object) -> None:
    if action.startswith("post_") and not reverse:
        _copy(instance, _others(instance))


def _removed(instance: PageViewRestriction, **kwargs: object) -> None:
    PageViewRestriction.objects.filter(page__in=_others(instance)).delete()


def _translated(source_obj: Model, target_obj: Model, **kwargs: object) -> None:
    if isinstance(source_obj, Page):
        for restriction in PageViewRestriction.objects.filter(page=source_obj):
            _copy(restriction, [target_obj])
