"""The step of a workflow at which somebody else than the author says yes."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState, Workflow, WorkflowMixin


class ApprovalTask(AbstractGroupApprovalTask):
    """Approval by members of groups; with four eyes, by another one than whoever saved the version last."""

    four_eyes = models.BooleanField(
        _("four eyes"),
        default=True,
        help_text=_(
            "Whoever has saved a version last cannot approve it, and nobody publishes without an approval. Untick it "
            "to let Publishers publish what they have written themselves."
        ),
    )

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "four_eyes"]

    class Meta:
        verbose_name = _("approval, with four eyes where that is ticked")
        verbose_name_plural = _("approvals, with four eyes where that is ticked")

    def is_author(self, thing: WorkflowMixin, user: AbstractBaseUser) -> bool:
        """Tell whether somebody has saved the version that awaits approval, and so cannot approve it."""
        state = thing.current_workflow_task_state
        return self.four_eyes and bool(state) and state.revision.user_id == user.pk

    def get_actions(self, obj: WorkflowMixin, user: AbstractBaseUser) -> list[tuple[str, str, bool]]:
        """Return what somebody can do at this step, as Wagtail's method does: nothing with a version of their own."""
        return [] if self.is_author(obj, user) else super().get_actions(obj, user)

    def on_action(self, task_state: TaskState, user: AbstractBaseUser, action_name: str, **kwargs: Any) -> None:
        """Do what was chosen. Raises PermissionDenied for the approval of a version of one's own."""
        if self.four_eyes and action_name == "approve" and task_state.revision.user_id == user.pk:
            raise PermissionDenied
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: AbstractBaseUser, **kwargs: Any) -> QuerySet:
        """Return what awaits this person's review."""
        awaiting = super().get_task_states_user_can_moderate(user, **kwargs)
        return awaiting.exclude(revision__user=user.pk) if self.four_eyes else awaiting

    @classmethod
    def get_description(cls) -> str:
        return _("Members of the chosen groups approve; with four eyes, never what they have saved last themselves.")


def asks_for_four_eyes(workflow: Workflow | None) -> bool:
    """Tell whether what has this workflow is published by another person than its author only."""
    steps = ApprovalTask.objects.filter(active=True, four_eyes=True, workflow_tasks__workflow=workflow)
    return workflow is not None and steps.exists()
