"""What readers see of a picture or document, and who may change that: whoever may publish."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import page_permission_policy

File = AbstractImage | AbstractDocument


def live_uses(thing: File) -> list[Model]:
    """Return the published pages and entries that use a picture or document; no page twice for its fallback."""
    used = [source for source, _ in ReferenceIndex.get_grouped_references_to(thing)]
    return [
        source
        for source in used
        if getattr(source, "live", True) and not (isinstance(source, Page) and source.alias_of_id)
    ]


def may_publish(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Tell whether somebody may change what readers see."""
    return page_permission_policy.user_has_permission(user, "publish")


def may_not_touch(user: AbstractBaseUser | AnonymousUser, things: Iterable[File]) -> list[Model]:
    """Return what is published with these pictures or documents, if that keeps somebody from changing them."""
    return [] if may_publish(user) else [use for thing in things for use in live_uses(thing)]
