"""Who looks after a page or an entry."""

from typing import Any

from django.contrib.auth.models import User

from sesec_portal.core.reviewed import Reviewed


def owner_of(thing: Reviewed) -> User | None:
    """Return who looks after something; nobody where its own field of that name means something else."""
    owner = thing.owner if can_have_owner(type(thing)) else None  # type: ignore[attr-defined]  # pages and records
    return owner if isinstance(owner, User) else None


def can_have_owner(kind: type[Any]) -> bool:
    """Tell whether somebody can be made to look after entries of a kind: the owner of a decision is a partner."""
    return bool(kind._meta.get_field("owner").related_model is User)
