"""Collections that are kept private: who is told of what is in them, and who takes something out of them."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from .in_use import File, may_publish

STAYS = _("This stands in a private collection, so only a Publisher can move it into another one.")
PICTURES_ARE_PUBLIC = _(
    "Pictures are public in every collection: whoever has the address of one sees it. Choose a collection that is not "
    "private."
)


class PrivacyPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's rights over pictures and documents; who is in no group that may read a collection has none in it.

    Wagtail gives Editors of all collections those that are private as well.
    """

    def _check_perm(
        self, user: AbstractBaseUser | AnonymousUser, actions: Iterable[str], collection: Collection | None = None
    ) -> bool:
        allowed = super()._check_perm(user, actions, collection)
        return allowed and not (collection and closed_to(user).filter(pk=collection.pk).exists())

    def _collections_with_perm(
        self, user: AbstractBaseUser | AnonymousUser, actions: Iterable[str]
    ) -> QuerySet[Collection]:
        return super()._collections_with_perm(user, actions).exclude(pk__in=closed_to(user).values("pk"))


def closed_to(user: AbstractBaseUser | AnonymousUser) -> QuerySet[Collection]:
    """Return the collections that are kept for groups of which somebody is in none, with those below them."""
    collections = Collection.objects
    if getattr(user, "is_superuser", False):
        return collections.none()
    private = CollectionViewRestriction.objects.filter(restriction_type=CollectionViewRestriction.GROUPS)
    kept = private.exclude(groups__user=user.pk).select_related("collection")
    branches = (collections.descendant_of(each.collection, inclusive=True) for each in kept)
    return reduce(or_, branches, collections.none())


def is_private(collection: Collection) -> bool:
    """Tell whether not everybody may read what is in a collection."""
    return bool(collection.get_view_restrictions().exists())


def may_not_take_out(user: AbstractBaseUser | AnonymousUser, things: Iterable[File]) -> bool:
    """Tell whether somebody may not move all of these into another collection: it would open what is private."""
    return not may_publish(user) and any(is_private(thing.collection) for thing in things)
