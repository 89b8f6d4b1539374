"""Who finds what in the bin: whoever may delete it, and who has deleted a draft of theirs."""

from django.apps import apps
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import AnonymousUser, User
from wagtail.documents.models import AbstractDocument
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images.models import AbstractImage
from wagtail.images.permissions import permission_policy as images
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from sesec_portal.approval.permissions import may_delete_what_governs
from sesec_portal.core.records import Record
from sesec_portal.media.models import PortalDocument, PortalImage

from .keeping import THINGS
from .models import Deletion


def may_see(user: User | AnonymousUser) -> bool:
    """Tell whether somebody may delete anything that comes to the bin."""
    kinds = [*Record.__subclasses__(), PortalImage, PortalDocument]
    may_draft = page_permission_policy.user_has_any_permission(user, {"add", "publish"})
    return may_draft or any(_may_delete(user, model) for model in kinds)


def may_bring_back(user: User | AnonymousUser, deletion: Deletion) -> bool:
    """Tell whether somebody may delete every thing that one deletion took, or has deleted it as drafts of pages.

    Needs `with_kinds`. What governs the project is never deleted without a reason, and nothing else is asked for one.
    """
    if deletion.reason and not may_delete_what_governs(user):
        return False
    kinds = [apps.get_model(label) for label in deletion.models]
    if any(issubclass(kind, Page) for kind in kinds):
        return _may_delete_pages(user) or (deletion.deleted_by_id == user.pk and not deletion.took_what_was_live)
    return all(_may_delete(user, kind) for kind in kinds if issubclass(kind, THINGS))


def _may_delete_pages(user: User | AnonymousUser) -> bool:
    return page_permission_policy.user_has_permission(user, "publish")


def _may_delete(user: User | AnonymousUser, model: type) -> bool:
    if issubclass(model, AbstractImage):
        return images.user_has_permission(user, "delete")
    if issubclass(model, AbstractDocument):
        return documents.user_has_permission(user, "delete")
    return user.has_perm(f"{model._meta.app_label}.{get_permission_codename('delete', model._meta)}")
