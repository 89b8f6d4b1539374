"""What authors and reviewers are told beside the form."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.models import WorkflowMixin, WorkflowState
from wagtail.snippets.action_menu import ActionMenuItem

from .models import ApprovalTask, asks_for_four_eyes


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def tell_of_the_review(request: HttpRequest, thing: WorkflowMixin) -> None:
    """Tell who opens a form why it came back, or that another one approves what they have written."""
    state = thing.current_workflow_state if request.method == "GET" and isinstance(thing, WorkflowMixin) else None
    if not state or not state.current_task_state:
        return
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        review = state.current_task_state
        said = {"who": user_display_name(review.finished_by) or _("A reviewer"), "comment": review.comment}
        asked = _("%(who)s asks for changes: “%(comment)s”") if review.comment else _("%(who)s asks for changes.")
        messages.warning(request, asked % said)
        return
    task = thing.current_workflow_task
    if isinstance(task, ApprovalTask) and task.is_author(thing, request.user):
        messages.info(request, _("You have written the version that awaits approval. Somebody else approves it."))


@hooks.register("construct_snippet_action_menu")
def publish_after_approval_only(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, object]
) -> None:
    """Offer no publishing without an approval where the register asks for one."""
    model = context["model"]
    if issubclass(model, WorkflowMixin) and asks_for_four_eyes(model.get_default_workflow()):
        menu_items[:] = [item for item in menu_items if item.name != "action-publish"]
