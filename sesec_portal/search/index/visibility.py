"""Which entries any reader may find."""

from django.db.models import Q

from sesec_portal.visibility.documents import hidden_documents
from sesec_portal.visibility.pages import hidden_pages


def open_to_readers() -> Q:
    """Return the condition that an entry is of, or shown on, a published, public page or of a public document now.

    What is hidden is asked for, as it is little beside what is public, and mostly has no entry at all.
    """
    public_page = Q(page=None) | ~Q(page__in=hidden_pages())
    shown = Q(shown_on=None) | ~Q(shown_on__in=hidden_pages())
    return public_page & shown & (Q(document=None) | ~Q(document__in=hidden_documents()))
