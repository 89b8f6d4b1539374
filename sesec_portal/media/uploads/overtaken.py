"""Two people at the same picture or document: who saves after somebody else is told, and nothing typed is lost."""

import hashlib
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from sesec_portal.languages import punctuation

from ..in_use import File

SEEN = "seen"


def state_of(thing: File) -> str:
    """Return a digest of what a picture or document is: its fields, its file and its tags."""
    values = {**model_to_dict(thing), "file": thing.file.name, "file_hash": thing.file_hash}
    tags = sorted(tag.name for tag in thing.tags.all())
    told = DjangoJSONEncoder(sort_keys=True).encode({**values, "tags": tags})
    return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()


class AsItWasSeen:
    """A form that knows what its thing was when it was opened, and refuses once to write over what is newer."""

    # What it has as one of Wagtail's forms.
    instance: Any
    data: Any
    fields: dict[str, forms.Field]

    def remember_what_is_seen(self) -> None:
        """Put into the form what its thing is now."""
        if self.instance.pk:
            self.fields[SEEN] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=state_of(self.instance)
            )

    def refuse_what_was_overtaken(self) -> None:
        """Add an error where somebody has saved the thing since the form was opened; sent again, it is saved."""
        name = self.add_prefix(SEEN)  # type: ignore[attr-defined]  # of Django's forms
        seen = self.data.get(name)
        if not self.instance.pk or not seen:
            return
        stored = type(self.instance)._base_manager.get(pk=self.instance.pk)
        if seen != (now := state_of(stored)):
            self.data = {**self.data.dict(), name: now}
            said = _("Somebody has saved this meanwhile. Nothing was saved yet; what you typed stands below.")
            self.add_error(None, f"{said} {self._compared(stored)}")  # type: ignore[attr-defined]  # likewise

    def _compared(self, stored: File) -> str:
        """Return what would be written over: each text that the form has otherwise, as somebody has saved it."""
        typed = self.cleaned_data  # type: ignore[attr-defined]  # likewise
        texts = ((name, getattr(stored, name, None)) for name in self.fields if name in typed)
        other = ((name, text) for name, text in texts if isinstance(text, str) and text != typed[name])
        newer = [f"{self.fields[name].label}: “{text}”" for name, text in other]
        if not newer:
            return _("Save again to keep yours.")
        return _("Save again to put yours in the place of this: %(texts)s.") % {"texts": punctuation.listed(newer)}
