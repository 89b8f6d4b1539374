"""What is public of a page stays as it is while a draft of its translation is saved."""

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.convert import sync_alias

from .pages import is_fallback
from .progress import has_translated_text, nothing_translated

_save_target = Translation.save_target


def save_target(translation: Translation, user: object = None, publish: bool = True) -> None:
    """Save a translation as wagtail-localize does, but leave the page in its place as it was where it is a draft.

    wagtail-localize 1.14 writes the draft into the page's own row too, which readers see. Here the row of a published
    page is written once more, by the same transaction: from its own version, or from the page for which it stands in.
    What is published is published by that transaction too.

    Arguments and exceptions: those of `Translation.save_target`, which this function replaces. Raises ValidationError
    where a page is to be published in a language into which not a word of it has been translated.
    """
    if publish and not has_translated_text(translation):
        raise ValidationError(nothing_translated(translation))
    with transaction.atomic():
        # wagtail-localize would publish after the commit, step by step: whoever is cut off leaves a half.
        _save_target(translation, user=user, publish=False)
        page = translation.get_target_instance()
        if publish:
            page.get_latest_revision().publish()
        elif isinstance(page, Page) and page.live:
            _restore(page, translation.source.get_source_instance())


def _restore(page: Page, original: Page) -> None:
    if is_fallback(page):
        sync_alias(original, page)
    elif page.live_revision:
        page.live_revision.as_object().save(clean=False)
    type(page).objects.filter(pk=page.pk).update(has_unpublished_changes=True)
