"""What pages show of the settings of contact, and what is missing in them."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from django.db import models

from sesec_portal.core.structured_data import Node, node
from sesec_portal.pagecache.memo import once_per_generation

from .contact import ContactSettings

# The fields that choose pages, and what such a page shows.
PARTS = {"page": "contact", "privacy_page": "controller", "accessibility_page": "accessibility"}
# What readers are told that it is missing; a telephone and a WeChat account not everybody has.
_WANTED = (
    *("operator", "address", "email", "controller", "controller_email", "accessibility_email", "security_email"),
    *PARTS,
)


class Contact(NamedTuple):
    """The settings, and the pages that show them: the key that each has in every language, with its part."""

    settings: ContactSettings
    parts: Mapping[UUID, str]

    @property
    def page(self) -> UUID | None:
        """The key of the contact page, or None."""
        return next((key for key, part in self.parts.items() if part == "contact"), None)

    def part_on(self, page: models.Model) -> str:
        """Return which of the parts a page shows: "contact", "controller", "accessibility", or an empty text."""
        return self.parts.get(getattr(page, "translation_key", None), "")  # type: ignore[arg-type]  # None is no key

    def stands_on(self, page: models.Model) -> bool:
        """Tell whether a page is the contact page."""
        return self.part_on(page) == "contact"

    @property
    def missing(self) -> list[str]:
        """The names of the fields that are empty though readers look for them."""
        kept = self.settings
        empty = [name for name in _WANTED if not getattr(kept, name)]
        if kept.controller_address and "controller_email" in empty:
            empty.remove("controller_email")
        return [str(kept._meta.get_field(name).verbose_name) for name in empty]

    def structured_data(self) -> dict[str, object]:
        """Return what schema.org calls the contact of an organisation, as far as it is known."""
        kept = self.settings
        reached = {"email": kept.email, "telephone": kept.telephone}
        points = [node("ContactPoint", contactType="secretariat", **reached)] if any(reached.values()) else []
        for kind, email in (("accessibility", kept.accessibility_email), ("security", kept.security_email)):
            points += [node("ContactPoint", contactType=kind, email=email)] if email else []
        return {**reached, "address": self._postal_address(), "contactPoint": points[0] if len(points) == 1 else points}

    def _postal_address(self) -> Node | None:
        lines = ", ".join(self.settings.shown_address.splitlines())
        return node("PostalAddress", name=self.settings.shown_operator, streetAddress=lines) if lines else None


@once_per_generation
def contact() -> Contact:
    """Return who is responsible and how they can be reached."""
    kept = ContactSettings.objects.select_related(*PARTS).first() or ContactSettings()
    pages = {getattr(kept, field): part for field, part in PARTS.items()}
    return Contact(kept, {page.translation_key: part for page, part in pages.items() if page})
