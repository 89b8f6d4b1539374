"""What a section of the report is, and who brings it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.utils.functional import Promise
from wagtail import hooks

from sesec_portal.core.absolute_urls import absolute

from .periods import Period

# So many lines of a section are printed; files have all.
MOST = 200


@dataclass(frozen=True)
class Line:
    """One thing of which a section tells: its page at `url`, `when` it was, what else is `told` of it, and a number.

    `dated` says when in EDTF, or with an hour as RFC 9557 has it; it stands in files, which programs sort.
    """

    title: str
    when: str = ""
    told: str = ""
    number: int | None = None
    url: str = ""
    dated: str = ""

    @property
    def address(self) -> str:
        """The same with the portal's origin, for files."""
        return absolute(self.url) if self.url else ""


@dataclass(frozen=True)
class Told:
    """What a section tells: its `numbers` in sentences, its `lines`, and what is to be `known` of both."""

    numbers: str = ""
    lines: Sequence[Line] = field(default_factory=list)
    known: str = ""

    @property
    def printed(self) -> Sequence[Line]:
        return self.lines[:MOST]

    @property
    def left_out(self) -> int:
        """How many lines are not printed."""
        return max(0, len(self.lines) - MOST)

    @property
    def has_numbers(self) -> bool:
        return any(line.number is not None for line in self.lines)

    @property
    def has_days(self) -> bool:
        return any(line.when for line in self.lines)

    @property
    def has_words(self) -> bool:
        return any(line.told for line in self.lines)


class Section:
    """A part of the report; the hook `register_report_sections` returns a list of such parts.

    `name` stands in addresses within the page, `heading` is what people read. `number_of` heads the column of numbers.
    """

    name: str
    heading: str | Promise
    number_of: str | Promise = ""

    def tell(self, period: Period, user: User) -> Told:
        """Return what there is to tell of a period to somebody. Made-up entries are left out."""
        raise NotImplementedError


def sections() -> list[Section]:
    """Return the sections that the apps bring, in their order."""
    return [section for register in hooks.get_hooks("register_report_sections") for section in register()]
