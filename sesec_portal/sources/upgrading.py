"""What an upgrade to the register of sources leaves to do once all tables are as this release has them."""

from collections.abc import Iterable

from django.core.management import call_command
from django.db.migrations import Migration

from .models import Source

_MOVED = ("sources", "0002_texts_become_sources")


def index_anew(plan: Iterable[tuple[Migration, bool]] = (), **kwargs: object) -> None:
    """Record what is used where and what readers find, when texts have just become sources: a migration does not."""
    moved = any((step.app_label, step.name) == _MOVED and not backwards for step, backwards in plan)
    if moved and Source.objects.exists():
        call_command("rebuild_references_index", verbosity=0)
        call_command("rebuild_search_index", verbosity=0)
        call_command("update_index", verbosity=0)
