"""What somebody had chosen before they were asked: it is done once every sentence has its reason."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_latest_str
from wagtail.models import Page

from sesec_portal.approval.models import asks_for_four_eyes
from sesec_portal.core.overtaken import Overtaken
from sesec_portal.core.records import Record

from .drafts import translation_of

# As Wagtail's forms call their buttons, after "action-".
PUBLISH, SUBMIT, RESTART, APPROVE = "publish", "submit", "restart-workflow", "workflow-action"
DEEDS = (PUBLISH, SUBMIT, RESTART, APPROVE)


@transaction.atomic
def do(deed: str, thing: Page | Record, version: str, user: User) -> str:
    """Do it with the latest version of a page or entry, as Wagtail's form would have, and return what was done.

    Raises PermissionDenied for what somebody may not do, or no longer: where another version than the given one is
    the latest meanwhile, or a review has begun or ended; ValidationError for a translation that cannot be saved.
    """
    latest = type(thing)._base_manager.select_for_update().get(pk=thing.pk).latest_revision_id
    lock = thing.get_lock()
    if version != str(latest or "") or (lock and lock.for_user(user)):
        raise PermissionDenied
    if deed == PUBLISH:
        return _publish(thing, user)
    return _approve(thing, user) if deed == APPROVE else _submit(thing, user, anew=deed == RESTART)


def _publish(thing: Page | Record, user: User) -> str:
    title = {"title": get_latest_str(thing)}
    if translation := translation_of(thing):
        if not thing.permissions_for_user(user).can_publish():
            raise PermissionDenied
        translation.save_target(user=user, publish=True)
        return _("“%(title)s” was published.") % title
    if asks_for_four_eyes(thing.get_workflow()):
        raise PermissionDenied
    thing.get_latest_revision().publish(user=user)
    if thing.go_live_at and thing.go_live_at > timezone.now():
        return _("“%(title)s” is scheduled, and will be published at its hour.") % title
    return _("“%(title)s” was published.") % title


def _submit(thing: Page | Record, user: User, *, anew: bool) -> str:
    workflow, begun = thing.get_workflow(), thing.current_workflow_state
    if not workflow or thing.workflow_in_progress or (anew and begun and not begun.user_can_cancel(user)):
        raise PermissionDenied
    if begun and not anew:
        begun.resume(user)
    else:
        if begun:
            begun.cancel(user=user)
        workflow.start(thing, user)
    return _("“%(title)s” was submitted for approval.") % {"title": get_latest_str(thing)}


def _approve(thing: Page | Record, user: User) -> str:
    task, state = thing.current_workflow_task, thing.current_workflow_task_state
    if not task or "approve" not in {name for name, *_said in task.get_actions(thing, user)}:
        raise PermissionDenied
    task.on_action(state, user, "approve", comment=state.comment)
    return Overtaken.said_of_review(type(thing)._base_manager.get(pk=thing.pk), "approve")
