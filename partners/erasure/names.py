"""The names of a person, found in whichever way they are written, and struck out."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from sesec_portal.languages.han import HAN

# Put where a name was.
GAP = "…"
# Between the parts of a name: spaces, hyphens, dots, underscores (in a file's name), entities and marks of HTML.
_BETWEEN = r"(?:[\W_]|&#?\w{1,8};|</?\w[^<>]{0,200}>){1,6}"
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_PART = re.compile(r"[^\W_]+")
_SEED = re.compile(r"[A-Za-z]{3,}")


class Names:
    """The names of one person, to be looked for as wholes.

    Found are other capitals, and other spaces or signs between the parts; not initials, nor one part alone.
    """

    def __init__(self, names: Iterable[str]) -> None:
        # One sign alone, as a Chinese surname is, stands in too many words.
        self.written = sorted({" ".join(name.split()) for name in names if len("".join(_PART.findall(name))) > 1})
        forms = {unicodedata.normalize(form, name) for name in self.written for form in ("NFC", "NFD")}
        self._pattern = re.compile("|".join(map(_pattern, sorted(forms))), re.IGNORECASE) if forms else None
        # What every text has that holds one of them, for a first look by the database.
        self.seeds = sorted({seed for name in self.written for seed in _seeds(name)})

    def stand_in(self, value: Any) -> bool:
        """Tell whether one of the names stands in a text, or in any text of what JSON can hold."""
        if isinstance(value, str):
            packed = _unpacked(value)
            return self.stand_in(packed) if packed is not None else bool(self._pattern and self._pattern.search(value))
        if isinstance(value, dict):
            return any(map(self.stand_in, value.values()))
        return isinstance(value, list) and any(map(self.stand_in, value))

    def struck_from(self, value: Any) -> Any:
        """Return the same without the names, with a gap where each was."""
        if isinstance(value, str):
            packed = _unpacked(value)
            if packed is not None:
                return json.dumps(self.struck_from(packed)) if self.stand_in(packed) else value
            return self._pattern.sub(GAP, value) if self._pattern else value
        if isinstance(value, dict):
            return {key: self.struck_from(each) for key, each in value.items()}
        return [self.struck_from(each) for each in value] if isinstance(value, list) else value


def _pattern(name: str) -> str:
    whole = _BETWEEN.join(map(re.escape, _PART.findall(name)))
    # Chinese has no spaces between words.
    first, last = (re.match(f"[{HAN}]", letter) for letter in (name[0], name[-1]))
    return f"{'' if first else _START}{whole}{'' if last else _END}"


def _seeds(name: str) -> set[str]:
    """Return the longest run of plain letters of a name, which JSON never writes otherwise; else all its spellings."""
    if runs := _SEED.findall(name):
        return {max(runs, key=len)}
    part = max(_PART.findall(name), key=len)
    written = {form for each in (part, part.lower(), part.upper(), part.title()) for form in _forms(each)}
    once = {json.dumps(form)[1:-1] for form in written}
    return written | once | {json.dumps(form)[1:-1] for form in once}


def _forms(part: str) -> set[str]:
    return {unicodedata.normalize(form, part) for form in ("NFC", "NFD")}


def _unpacked(text: str) -> list[Any] | dict[str, Any] | None:
    """Return what a text holds that is JSON itself, as a list of blocks is inside a version."""
    if text[:1] not in ("[", "{"):
        return None
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, list | dict) else None
