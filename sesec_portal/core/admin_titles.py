"""How lists of the admin call what they list."""

from django.db.models import Model
from wagtail.models import Page


def admin_title_of(thing: Model) -> str:
    """Return the title of a page, of its latest version, or an entry of a register in words; asks nothing."""
    return str(thing.get_admin_display_title() if isinstance(thing, Page) else thing)
