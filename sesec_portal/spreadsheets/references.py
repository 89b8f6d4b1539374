"""How a cell names something that stands in another register."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _


def folded(text: str) -> str:
    """Return a text as it is compared: blanks and capital letters make no difference."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True)
class Reference:
    """What a key can lead to, and the names of each such thing: the first is written, all are understood."""

    things: Callable[[], QuerySet[Any]]
    names: Callable[[Any], Iterable[str]]
    missing: str | Promise


class Names:
    """The names of all that a key can lead to, read by one query."""

    def __init__(self, reference: Reference) -> None:
        self._missing = reference.missing
        self._names: dict[object, list[str]] = {}
        self._keys: defaultdict[str, set[object]] = defaultdict(set)
        for thing in reference.things():
            self._add(thing, [name for name in reference.names(thing) if name])

    def _add(self, thing: Model, names: list[str]) -> None:
        self._names[thing.pk] = names
        for name in names:
            self._keys[folded(name)].add(thing.pk)

    def name_of(self, key: object) -> str:
        """Return the first name that nothing else has, or the first; an empty text for what is not to be chosen."""
        names = self._names.get(key, [])
        alone = (name for name in names if len(self._keys[folded(name)]) == 1)
        return next(alone, names[0] if names else "")

    def key_of(self, name: str) -> object:
        """Return the primary key of what has a name. Raises ValidationError where nothing has it, or several have."""
        keys = self._keys.get(folded(name), set())
        if not keys:
            raise ValidationError(self._missing % {"name": name})
        if len(keys) > 1:
            raise ValidationError(
                _("“%(name)s” is the name of several. Leave this line out, and choose in the form.") % {"name": name}
            )
        return next(iter(keys))
