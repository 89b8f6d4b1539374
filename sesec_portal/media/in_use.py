"""What readers see of a picture or document, or will at its hour, and who may change that: whoever may publish."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.permissions import page_permission_policy

from .models import PortalDocument, PortalImage

File: TypeAlias = PortalImage | PortalDocument


def live_uses(thing: File) -> list[Model]:
    """Return the pages and entries that show a picture or document, or have a version approved that will.

    No page is returned twice because another stands in for it.
    """
    published = [source for source, _ in ReferenceIndex.get_grouped_references_to(thing)]
    uses = {_key(source): source for source in published if getattr(source, "live", True)}
    uses |= {_key(source): source for source in _scheduled(thing)}
    return [source for source in uses.values() if not (isinstance(source, Page) and source.alias_of_id)]


def _scheduled(thing: File) -> Iterator[Model]:
    kind, key = ContentType.objects.get_for_model(thing).pk, str(thing.pk)
    for version in Revision.objects.filter(approved_go_live_at__isnull=False):
        source = version.as_object()
        if any(found[:2] == (kind, key) for found in ReferenceIndex._extract_references_from_object(source)):
            yield source


def _key(source: Model) -> tuple[type[Model], object]:
    return Page if isinstance(source, Page) else type(source), source.pk


def may_publish(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Tell whether somebody may change what readers see."""
    return page_permission_policy.user_has_permission(user, "publish")


def may_not_touch(user: AbstractBaseUser | AnonymousUser, things: Iterable[File]) -> list[Model]:
    """Return what is published with these pictures or documents, if that keeps somebody from changing them."""
    return [] if may_publish(user) else [use for thing in things for use in live_uses(thing)]
