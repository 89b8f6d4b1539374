"""What the worker does not get done, in words: for the desk of who can put it right, and for a report."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult
from wagtail.models import Revision

from sesec_portal.core.admin_titles import admin_title_of
from sesec_portal.moments.moment import Moment
from sesec_portal.moments.words import in_words
from sesec_portal.moments.zones import BRUSSELS

from .jobs import publishing, recovery
from .names_of_tasks import name_of

PUBLISH, TAKE_DOWN = publishing.publish.module_path, publishing.take_down.module_path
_REFUSED = f"{publishing.Refused.__module__}.{publishing.Refused.__qualname__}"


@dataclass(frozen=True)
class Failing:
    """A task that has failed and was not done since; `thing` is the page or record that it is about, if it is."""

    task: DBTaskResult
    thing: Model | None = None

    @property
    def pk(self) -> object:
        """The key of the task, which Wagtail's tables ask of a row."""
        return self.task.pk

    @property
    def what(self) -> str:
        name = name_of(self.task)
        return f"{name}: {admin_title_of(self.thing)}" if self.thing else name

    @property
    def reason(self) -> str:
        path = self.task.exception_class_path
        if path == recovery.CUT_OFF:
            return _("The worker ended in the middle of it.")
        if path == _REFUSED:
            # As the worker has written them down, in English; most are known in the language of who reads.
            refusals = self.task.traceback.rpartition(f"{path}: ")[2].splitlines()
            return " ".join(_(refusal) for refusal in refusals if refusal)
        return _("A fault of the portal (%(name)s), of which its log tells.") % {"name": path.rpartition(".")[2]}

    @property
    def tried(self) -> str:
        number = len(self.task.worker_ids)
        return ngettext("once", "%(number)s times", number) % {"number": number}

    @property
    def last(self) -> str:
        return _moment(self.task.finished_at)

    @property
    def next(self) -> str:
        return _("not by itself any more") if recovery.is_given_up(self.task) else _moment(self.task.run_after)


def failing() -> list[Failing]:
    """Return what has failed and was not done since, the latest first; in as many queries however much that is."""
    tasks = list(recovery.failing().order_by("-finished_at"))
    things = _versions(tasks) | _expired(tasks)
    return [Failing(task, things.get(task.pk)) for task in tasks]


def _versions(tasks: list[DBTaskResult]) -> dict[object, Model]:
    """Return by task the page or record that it should publish, where that is still due."""
    numbers = {task.pk: task.args_kwargs["args"][0] for task in tasks if task.task_path == PUBLISH}
    due = Revision.objects.filter(pk__in=numbers.values(), approved_go_live_at__isnull=False)
    versions = {version.pk: version for version in due.prefetch_related("content_object")}
    things = {task: versions[number].content_object for task, number in numbers.items() if number in versions}
    return {task: thing for task, thing in things.items() if thing}


def _expired(tasks: list[DBTaskResult]) -> dict[object, Model]:
    """Return by task the page or record that it should take down, where that is still public."""
    found: dict[object, Model] = {}
    calls: defaultdict[str, dict[object, int]] = defaultdict(dict)
    for task in tasks:
        if task.task_path == TAKE_DOWN:
            kind, number = task.args_kwargs["args"]
            calls[kind][task.pk] = number
    for kind, numbers in calls.items():
        things = apps.get_model(kind)._default_manager.filter(live=True).in_bulk(list(numbers.values()))
        found |= {task: things[number] for task, number in numbers.items() if number in things}
    return found


def _moment(instant: datetime | None) -> str:
    return in_words(Moment.at(instant, BRUSSELS)) if instant else ""
