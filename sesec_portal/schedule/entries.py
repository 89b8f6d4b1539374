"""What an entry of the schedule is, and who brings it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst

from sesec_portal.core.admin_titles import admin_title_of
from sesec_portal.moments.moment import Moment
from sesec_portal.moments.words import in_words, within_its_day
from sesec_portal.moments.zones import BRUSSELS


@dataclass(frozen=True)
class Happening:
    """Something that happens to a page or an entry of a register at a moment.

    `what` says so in words, `is_end` that a day alone means its end. What the worker does has in `when_late` what is
    said of it where it has not been done by then. `edit_url` is the form of the thing, once it is known who asks.
    """

    thing: Model
    what: Promise | str
    moment: Moment
    is_end: bool = False
    when_late: Promise | str = ""
    edit_url: str = ""

    @property
    def pk(self) -> object:
        """The key of the thing, which Wagtail's tables ask of a row."""
        return self.thing.pk

    @property
    def title(self) -> str:
        return admin_title_of(self.thing)

    @property
    def kind(self) -> str:
        return capfirst(str(self.thing._meta.verbose_name))

    @property
    def instant(self) -> datetime:
        return self.moment.ends if self.is_end else self.moment.starts

    @property
    def in_brussels(self) -> Moment:
        """The moment as Brussels has it; a day alone that ends nothing stays the day that was announced."""
        if self.moment.time or self.is_end:
            whole = Moment(self.moment.day, None, BRUSSELS)
            if not self.moment.time and whole.ends == self.instant:
                return whole
            return Moment.at(self.instant, BRUSSELS)
        return self.moment

    @property
    def day(self) -> date:
        """The day of the calendar on which it stands: that of Brussels."""
        return self.in_brussels.day

    @property
    def when(self) -> str:
        """The moment in words, in the times of Brussels and Beijing."""
        return in_words(self.in_brussels, is_end=self.is_end)

    @property
    def hours(self) -> str:
        """The same without its day, but with the day of Beijing where that is another one."""
        return within_its_day(self.in_brussels, is_end=self.is_end)

    @property
    def state(self) -> str:
        """What is amiss with it, in words, or nothing."""
        return str(self.when_late) if self.instant <= timezone.now() else ""


@dataclass(frozen=True)
class Notice:
    """What is said at the head of the schedule; something bad in red."""

    words: str
    is_bad: bool = False


# Returns what happens from an instant on, and before another one if there is one.
Source = Callable[[datetime, datetime | None], Iterable[Happening]]
