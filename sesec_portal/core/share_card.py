"""What a share image says."""

import hashlib
from dataclasses import astuple, dataclass

from django.utils.translation import gettext, override
from wagtail.models import Page

# Count it up with every change of the fonts or the drawing: files drawn before are then drawn anew.
DRAWING = 1


@dataclass(frozen=True)
class Card:
    """The words of a share image.

    Attributes: the page's `title`; its `kind`, in a word or two; `facts`, a line of what is on record, most often
    its dates; the `language` of them all. Nothing on it may depend on the day of today: a picture that was sent on
    is never taken back. What does depend on it (a status, a name that changes) is left out.
    """

    title: str
    kind: str = ""
    facts: str = ""
    language: str = "en"

    @property
    def digest(self) -> str:
        """Return what tells this picture from every other, other drawings of the same words included."""
        return hashlib.sha256(repr((DRAWING, *astuple(self))).encode()).hexdigest()[:20]

    @property
    def description(self) -> str:
        """Return the picture in words, for readers who cannot see it."""
        return " – ".join(filter(None, ["SESEC", self.kind, self.title, self.facts]))


def card_of(page: Page) -> Card:
    """Return the Card of a page in the language that it is written in; a made-up record's says that it is one."""
    with override(page.language):
        card = page.share_card()
        kinds = [card.kind, gettext("Sample data")] if hasattr(page, "sample") and page.original.sample else [card.kind]
        kind = " · ".join(str(kind) for kind in kinds if kind)
        return Card(str(card.title), kind, str(card.facts), page.language)
