"""What a rule of the desk is: a kind of thing that needs somebody, with the reason in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.functional import Promise


@dataclass(frozen=True)
class DeskItem:
    """Something that needs somebody.

    `reason` says why in words, `day` since or until when, where it has a date, and `when` the same in words where it is
    not known to the day. It leads to the form of `thing`, a page or an entry of a register, and lies on the desk of who
    may edit that, unless its `url` is known already; one without a thing has a `title` and a `url`.
    """

    reason: str
    day: date | None = None
    thing: Model | None = None
    title: str = ""
    url: str = ""
    when: str = ""


class DeskRule:
    """A kind of thing that needs somebody; the hook `register_desk_rules` returns a list of such rules.

    `name` stands in addresses, `heading` names the kind to people. Of what lies on a desk the lowest `urgency` comes
    first: 0 what stops everything, 10 what others wait for, 20 what is overdue, 30 what is due soon, 40 what has time.
    The items of a `personal` rule are the person's own.
    """

    name: str
    heading: str | Promise
    urgency = 40
    personal = False

    def items(self, user: User) -> Iterable[DeskItem]:
        """Return what needs somebody of this kind: of a personal rule what needs this person."""
        raise NotImplementedError
