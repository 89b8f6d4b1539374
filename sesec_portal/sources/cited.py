"""What cites a source, or uses another entry of a register."""

from django.db.models import Model
from wagtail.models import Page, ReferenceIndex

from sesec_portal.core.drafts_in_use import drafts_naming
from sesec_portal.languages.pages import is_original


def citing(entry: Model) -> list[Model]:
    """Return the pages and entries that refer to one, with the drafts that do; a page once, whatever its languages."""
    published = [thing for thing, _references in ReferenceIndex.get_grouped_references_to(entry)]
    originals_last = sorted([*published, *drafts_naming([entry])], key=_is_original)
    return list({_key(thing): thing for thing in originals_last}.values())


def _is_original(thing: Model) -> bool:
    return not isinstance(thing, Page) or is_original(thing)


def _key(thing: Model) -> tuple[type[Model], object]:
    return (Page, thing.translation_key) if isinstance(thing, Page) else (type(thing), thing.pk)
