"""What a living fact is, and which there are."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from sesec_portal.languages.punctuation import in_brackets

_FACTS: dict[str, type["LivingFact"]] = {}


class LivingFact(ABC):
    """A value of a register that a text prints in the place of its own words.

    A class with a `code` is offered to editors; nothing else has to be told of it. Attributes: the `code` by which
    texts name it, which never changes; `words`, what it is called in the middle of a sentence, true whatever the
    register says; `nothing`, what is printed where the register holds no such value.

    A fact that is asked of something, as of a seat, has a key for each such thing; of all others the key is "".
    """

    code: ClassVar[str] = ""
    words: ClassVar[str | Promise] = ""
    nothing: ClassVar[str | Promise] = ""

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        if code := vars(cls).get("code"):
            _FACTS[code] = cls

    @abstractmethod
    def value(self, key: str) -> str | None:
        """Return the value on the day that the page speaks of, in the active language, safe HTML or text; or None."""

    def keys(self) -> Iterable[str]:
        """Return what an editor can choose to ask it of."""
        return [""]

    def words_for(self, key: str) -> str:
        """Return what it is called, in the active language."""
        return str(self.words)

    def printed(self, key: str) -> SafeString:
        """Return what a text prints, in the active language."""
        return conditional_escape(self.value(key) or str(self.nothing))

    def asked_of(self, key: str) -> tuple[type[Model], str] | None:
        """Return the model and the primary key of what it is asked of, which is in use then."""
        return None


def every_fact() -> list[LivingFact]:
    """Return the facts in the order of the apps, from the top floor to the ground."""
    return [fact() for fact in _FACTS.values()]


def fact_of(code: str) -> LivingFact | None:
    """Return the fact that a text names; None for one that the portal does not have, or has no more."""
    fact = _FACTS.get(code)
    return fact() if fact else None


def marked(value: str | None, *, is_sample: bool) -> str | None:
    """Return a value with the remark that it is made up, where it is."""
    return format_html("{}{}", value, in_brackets(gettext("sample"))) if value and is_sample else value
