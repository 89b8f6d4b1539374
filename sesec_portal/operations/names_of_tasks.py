"""What tasks are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from .jobs import parts, publishing

_SEARCH = _("Write what the search knows")
_SHARE_IMAGES = _("Draw share images")
_BY_PATH: dict[str, Promise] = {
    publishing.publish.module_path: _("Publish at its hour"),
    publishing.take_down.module_path: _("Take down at its hour"),
    "sesec_portal.core.mails.send": _("Send a mail"),
    "sesec_portal.accounts.password_links.send": _("Send a link to choose a password"),
    "sesec_portal.share_images.tasks.renew": _SHARE_IMAGES,
    "sesec_portal.share_images.tasks.renew_all": _SHARE_IMAGES,
    "sesec_portal.share_images.tasks.withdraw": _("Remove share images"),
    "sesec_portal.search.index.entries.index_pages": _SEARCH,
    "sesec_portal.sources.indexing.index_sources_of": _SEARCH,
    "sesec_portal.search.index.documents.read_document": _("Read the text of a document"),
    "sesec_portal.media.renditions.make": _("Make a picture in its sizes"),
    "wagtail.tasks.update_reference_index_task": _("Record what is used where"),
    "wagtail.tasks.delete_file_from_storage_task": _("Remove a file"),
    "modelsearch.tasks.insert_or_update_object_task": _("Write what the admin’s search knows"),
}
_PARTS: dict[tuple[str, str], Promise] = {
    (parts.of_the_minute.module_path, "search"): _("Each minute: write what the search lacks"),
    (parts.of_the_minute.module_path, "views"): _("Each minute: add up views"),
    (parts.of_the_minute.module_path, "queue"): _("Each minute: forget tasks that ended long ago"),
    (parts.of_the_night.module_path, "bin"): _("Each night: empty the bin"),
    (parts.of_the_night.module_path, "uploads"): _("Each night: remove unfinished uploads"),
    (parts.of_the_night.module_path, "search"): _("Each night: write the search anew"),
    (parts.of_the_night.module_path, "reviews"): _("Each night: tell of reviews that are due"),
    (parts.of_the_night.module_path, "admin search"): _("Each night: write the admin’s search anew"),
    (parts.of_the_night.module_path, "checks"): _("Each night: look whether everything fits together"),
    (parts.of_the_night.module_path, "links"): _("Each night: check links"),
}


def name_of(task: DBTaskResult) -> str:
    """Return what a task is called; of one that nobody has named, its path."""
    arguments = task.args_kwargs.get("args") or [""]
    return str(_BY_PATH.get(task.task_path) or _PARTS.get((task.task_path, str(arguments[0]))) or task.task_path)
