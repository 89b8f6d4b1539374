"""What happens to a page in the first language happens to it in the others: it is taken down, published, moved, named.

Wagtail does so for fallback pages that are its aliases; and here for all. Privacy has a module of its own.
"""

from django.conf import settings
from wagtail.models import Page, PageLogEntry
from wagtail.query import PageQuerySet
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.views.convert import sync_alias

from . import progress
from .pages import is_fallback, is_original

# In the history of a page that was taken down because its original was.
TAKEN_DOWN = "languages.unpublish"


def connect() -> None:
    """Let the languages move together, from now on."""
    page_unpublished.connect(_unpublished)
    page_published.connect(_published)
    post_page_move.connect(_moved)


def _others(page: Page) -> PageQuerySet:
    return page.get_translations().specific()


def _unpublished(instance: Page, **kwargs: object) -> None:
    if is_original(instance):
        for page in _others(instance).filter(live=True):
            page.unpublish(log_action=TAKEN_DOWN)


def _published(instance: Page, **kwargs: object) -> None:
    if not is_original(instance):
        _translation_published(instance)
        return
    progress.synchronise(instance)
    for page in _others(instance).filter(alias_of=None):
        _name_alike(page, instance)
        if not page.live:
            _publish_again(page, instance)
        elif is_fallback(page):
            stand_in(page, instance)
        progress.note(page)


def _translation_published(page: Page) -> None:
    original = page.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if original and not original.live:
        # It is published with its original.
        page.unpublish(log_action=TAKEN_DOWN)
        return
    _name_alike(page, original)
    progress.note(page)


def _publish_again(page: Page, original: Page) -> None:
    """Publish what was taken down with its original, as it was; a draft that is newer stays one."""
    entries = PageLogEntry.objects.filter(page=page.pk).order_by("-timestamp", "-pk")
    last = entries.filter(action__in=["wagtail.publish", "wagtail.unpublish", TAKEN_DOWN]).first()
    if not last or last.action != TAKEN_DOWN:
        return
    published = entries.filter(action="wagtail.publish", revision__isnull=False).first()
    if published:
        published.revision.publish()
    else:
        stand_in(page, original)


def stand_in(page: Page, original: Page) -> None:
    """Let a page that was sent for translation, and has no version of its own, show what the original says now."""
    drafted = page.has_unpublished_changes
    sync_alias(original, page)
    type(page).objects.filter(pk=page.pk).update(
        live=True, live_revision=original.live_revision, has_unpublished_changes=drafted
    )


def _name_alike(page: Page, original: Page | None) -> None:
    """Give a page the last part of its original's address, unless another page has it there."""
    if not original or page.slug == original.slug or page.depth < 3:
        return
    if not page.get_siblings(inclusive=False).filter(slug=original.slug).exists():
        page.slug = original.slug
        page.save(clean=False)


def _moved(instance: Page, parent_page_after: Page, **kwargs: object) -> None:
    if not is_original(instance):
        return
    for page in instance.get_translations():
        place = parent_page_after.get_translation_or_none(page.locale)
        if place and page.get_parent().pk != place.pk:
            page.move(place, pos="last-child")
