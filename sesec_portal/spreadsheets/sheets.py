"""What the spreadsheet of a register has in it, and who may do what with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import get_form_for_model
from wagtail.permissions import ModelPermissionPolicy

from sesec_portal.approval.models import asks_for_four_eyes
from sesec_portal.core.records import Record

from .columns import SheetColumn
from .references import Names
from .versions import Version, versions_of

# What becomes of the lines: they stay drafts, readers get them at once, or somebody else is asked to approve them.
DRAFT, PUBLISH, SUBMIT = "draft", "publish", "submit"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A register of `Record`s as a spreadsheet.

    `name` stands in addresses and files. `key` is the column by which an entry is known. Where an entry has parts that
    have a line each (the terms of a seat), `relation` names them, `parts` are their columns, and `part_keys` are the
    sets of columns by which one of them is known, the most exact first; `needs_part`: whether it has one at least.
    `hint` says in a sentence how lines find their entries, `more` what the spreadsheet leaves alone.
    """

    name: str
    title: str | Promise
    model: Any
    key: str
    columns: tuple[SheetColumn, ...]
    hint: str | Promise
    more: str | Promise
    relation: str = ""
    parts: tuple[SheetColumn, ...] = ()
    part_keys: tuple[tuple[str, ...], ...] = ()
    needs_part: bool = False
    things: QuerySet[Any] | None = field(default=None)

    @property
    def address(self) -> str:
        """The address of the register in the admin."""
        return reverse(self.model.snippet_viewset.get_url_name("list"))

    @property
    def all_columns(self) -> tuple[SheetColumn, ...]:
        return self.columns + self.parts

    @property
    def key_column(self) -> SheetColumn:
        return next(column for column in self.columns if column.name == self.key)

    def read(self) -> "Sheet":
        """Return the same with the names of all that its keys can lead to, each read by one query."""
        names = cache(Names)

        def known(columns: Iterable[SheetColumn]) -> tuple[SheetColumn, ...]:
            return tuple(
                replace(column, names=names(column.reference)) if column.reference else column for column in columns
            )

        return replace(self, columns=known(self.columns), parts=known(self.parts))

    def everything(self) -> QuerySet[Any]:
        """Return all entries."""
        return self.model.objects.all() if self.things is None else self.things.all()

    def readable(self, user: User) -> QuerySet[Any]:
        """Return the entries that somebody may take away."""
        may = any(self._may(user, action) for action in ("view", "add", "change"))
        return self.everything() if may else self.model.objects.none()

    def versions(self, entries: QuerySet[Any]) -> list[Version]:
        """Return entries as they were written last."""
        return versions_of(entries, self.relation)

    @property
    def form_class(self) -> type[WagtailAdminModelForm]:
        """The admin's form of an entry, with the fields that are columns."""
        base = getattr(self.model, "base_form_class", WagtailAdminModelForm)
        return get_form_for_model(
            self.model, form_class=base, fields=[column.field.name for column in self.columns], formsets=[]
        )

    @property
    def part_form_class(self) -> type[WagtailAdminModelForm]:
        """The admin's form of a part, with the fields that are columns."""
        part = self.model._meta.get_field(self.relation).related_model
        return get_form_for_model(part, form_class=WagtailAdminModelForm, fields=[c.field.name for c in self.parts])

    def form_of(self, thing: Any, sent: dict[str, str], user: User) -> Any:  # noqa: ANN401  a form of Wagtail's
        """Return the form of an entry, filled in."""
        return self.form_class(sent, instance=thing, for_user=user)

    def may_add(self, user: User) -> bool:
        return self._may(user, "add")

    def may_change(self, user: User, thing: Model | None = None) -> bool:
        return self._may(user, "change")

    def may_open(self, user: User) -> bool:
        """Tell whether somebody may use the spreadsheet at all."""
        return self.may_add(user) or self.may_change(user)

    def ways(self, user: User) -> list[str]:
        """Return what can become of the lines, the most careful first."""
        workflow = self.model.get_default_workflow()
        if self._may(user, "publish") and not asks_for_four_eyes(workflow):
            return [DRAFT, PUBLISH]
        return [DRAFT, SUBMIT] if workflow else [DRAFT]

    def add(self, thing: Any, user: User) -> None:  # noqa: ANN401  an entry of whichever register
        """Give a new entry its row, of which readers know nothing."""
        thing.live, thing.has_unpublished_changes = False, True
        thing.save()

    def added(self, thing: Any) -> None:  # noqa: ANN401  likewise
        """Do what follows once a new entry has its first version."""

    def _may(self, user: User, action: str) -> bool:
        return bool(ModelPermissionPolicy(self.model).user_has_permission(user, action))


def sheets() -> dict[str, Sheet]:
    """Return what the apps bring, by name."""
    return {sheet.name: sheet for register in hooks.get_hooks("register_sheets") for sheet in register()}


def sheet_of(model: type[Record]) -> Sheet:
    """Return the spreadsheet of a register."""
    return next(sheet for sheet in sheets().values() if sheet.model is model)
