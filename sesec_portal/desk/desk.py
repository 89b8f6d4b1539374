"""What lies on somebody's desk, by every rule that an app has registered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.core.cache import cache
from django.db.models import Model
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder

from sesec_portal.core.admin_titles import admin_title_of

from .rules import DeskItem, DeskRule

# Seconds for which the menu may count what has been done meanwhile.
_COUNTED = 60


@dataclass(frozen=True)
class DeskRow:
    """A DeskItem as it is listed for somebody: by which rule, where it is done, and whether it is the person's own."""

    rule: DeskRule
    item: DeskItem
    url: str
    mine: bool

    @property
    def title(self) -> str:
        return admin_title_of(self.item.thing) if self.item.thing else self.item.title

    @property
    def is_urgent(self) -> bool:
        return self.rule.urgency < 10


def rules() -> list[DeskRule]:
    """Return all rules, the most urgent first."""
    registered = [rule for register in hooks.get_hooks("register_desk_rules") for rule in register()]
    return sorted(registered, key=lambda rule: rule.urgency)


def desk_of(user: User) -> list[DeskRow]:
    """Return what somebody can do something about, most urgent first, and of the same urgency by date."""
    finder = AdminURLFinder(user)
    rows = [row for rule in rules() for row in _rows(rule, user, finder)]
    rows.sort(key=lambda row: (row.rule.urgency, row.item.day or date.max))
    cache.set(_place(user), len(rows), _COUNTED)
    return rows


def number_for(user: User) -> int:
    """Return how many rows lie on somebody's desk, as of a minute ago at most."""
    counted = cache.get(_place(user))
    return len(desk_of(user)) if counted is None else counted


def _rows(rule: DeskRule, user: User, finder: AdminURLFinder) -> Iterator[DeskRow]:
    for item in rule.items(user):
        if url := item.url or finder.get_edit_url(item.thing):
            yield DeskRow(rule, item, url, rule.personal or _is_kept_by(item.thing, user))


def _is_kept_by(thing: Model | None, user: User) -> bool:
    return thing is not None and getattr(thing, "owner_id", None) == user.pk


def _place(user: User) -> str:
    return f"desk-{user.pk}"
