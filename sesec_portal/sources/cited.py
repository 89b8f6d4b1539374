"""What cites a source."""

from django.db.models import Model
from wagtail.models import Page, ReferenceIndex

from sesec_portal.core.drafts_in_use import drafts_naming

from .models import Source


def citing(source: Source) -> list[Model]:
    """Return the pages and entries that cite a source, with the drafts that do; what stands in for a page left out."""
    published = [thing for thing, _references in ReferenceIndex.get_grouped_references_to(source)]
    found = {_key(thing): thing for thing in [*published, *drafts_naming([source])]}
    return [thing for thing in found.values() if not (isinstance(thing, Page) and thing.alias_of_id)]


def _key(thing: Model) -> tuple[type[Model], object]:
    return Page if isinstance(thing, Page) else type(thing), thing.pk
