"""What an upgrade to the register of sources leaves to do once all tables are as this release has them."""

from collections.abc import Iterable

from django.apps import apps
from django.db.migrations import Migration
from wagtail.models import ReferenceIndex

from .models import Source

_MOVED = ("sources", "0002_texts_become_sources")


def record_uses(plan: Iterable[tuple[Migration, bool]] = (), **kwargs: object) -> None:
    """Record what is used where, when texts have just become sources: a migration writes rows, and no record of it."""
    if not any((step.app_label, step.name) == _MOVED for step, _backwards in plan) or not Source.objects.exists():
        return
    for model in apps.get_models():
        if ReferenceIndex.is_indexed(model):
            for thing in model._default_manager.order_by("pk").iterator(chunk_size=200):
                ReferenceIndex.create_or_update_for_object(thing)
