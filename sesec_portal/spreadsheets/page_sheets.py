"""Registers whose entries are pages below one list."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.synctree import create_aliases_for_new_page

from .sheets import DRAFT, PUBLISH, SUBMIT, Sheet


@dataclass(frozen=True, kw_only=True)
class PageSheet(Sheet):
    """Pages of a type, in the first language; new ones go below the first page of the type `below`."""

    below: type[Any]

    @cached_property
    def place(self) -> Any:  # noqa: ANN401  a page of whichever type
        """The list that the pages stand in, or None where there is none yet."""
        return self.below.objects.originals().first()

    @property
    def address(self) -> str:
        return reverse("wagtailadmin_explore", args=[self.place.pk])

    def everything(self) -> QuerySet[Any]:
        return self.model.objects.originals().order_by("title", "pk")

    def readable(self, user: User) -> QuerySet[Any]:
        theirs = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
        return self.everything().filter(pk__in=theirs.values("pk"))

    def form_of(self, thing: Any, sent: dict[str, str], user: User) -> Any:  # noqa: ANN401  as above
        return self.form_class(sent, instance=thing, for_user=user, parent_page=self.place)

    def may_add(self, user: User) -> bool:
        return bool(self.place) and self.place.permissions_for_user(user).can_add_subpage()

    def may_change(self, user: User, thing: Page | None = None) -> bool:
        return thing.permissions_for_user(user).can_edit() if thing else self.may_add(user)

    def ways(self, user: User) -> list[str]:
        if self.place.permissions_for_user(user).can_publish_subpage():
            return [DRAFT, PUBLISH]
        return [DRAFT, SUBMIT] if self.place.get_workflow() else [DRAFT]

    def add(self, thing: Any, user: User) -> None:  # noqa: ANN401  as above
        thing.live, thing.has_unpublished_changes, thing.owner = False, True, user
        thing.locale = Locale.get_default()
        type(self.place).objects.get(pk=self.place.pk).add_child(instance=thing)

    def added(self, thing: Any) -> None:  # noqa: ANN401  as above
        """Let it stand in for itself in the other languages, as after Wagtail's form."""
        create_aliases_for_new_page(self.model.objects.get(pk=thing.pk))
