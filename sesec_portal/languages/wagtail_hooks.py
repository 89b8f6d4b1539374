"""Translations in the admin."""

from collections.abc import Iterable, Iterator

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail_localize.synctree import create_aliases_for_new_page
from wagtail_localize.views import edit_translation

from .admin_views import (
    SubmitOwnPage,
    UpdateOwnPage,
    VisibleRecords,
    convert_own_page,
    edit_override,
    edit_text,
    stop_own_translation,
    unlocked,
)
from .pages import is_original
from .progress import translations_into
from .publishing import ask_before_publishing
from .report import TranslationsReport
from .texts_views import all_texts, upload
from .together import TAKEN_DOWN


@hooks.register("construct_translated_pages_to_cascade_actions")
def delete_with_the_original(pages: Iterable[Page], action: str) -> dict[Page, QuerySet]:
    """Let the pages in other languages go with the page in the first; `together` does the rest however it is done."""
    return {page: page.get_translations() for page in pages if is_original(page)} if action == "delete" else {}


@hooks.register("after_bulk_action")
def delete_together(request: HttpRequest, action_type: str, objects: Iterable[Page], action: object) -> None:
    """Delete in every language what was chosen in a list; Wagtail asks `delete_with_the_original` for single pages."""
    if action_type != "delete":
        return
    for page in objects:
        if isinstance(page, Page) and is_original(page):
            for other in Page.objects.filter(translation_key=page.translation_key):
                other.delete(user=request.user)


@hooks.register("before_bulk_action")
def publish_no_stand_ins(
    request: HttpRequest, action_type: str, objects: Iterable[Page], action: object
) -> HttpResponse | None:
    """Refuse to publish, in a list, what has no version of its own: it is published with the page it stands in for."""
    if action_type != "publish":
        return None
    with_branch = "include_descendants" in request.POST
    standing_in = [page for thing in objects for page in _without_version(thing, with_branch=with_branch)]
    if not standing_in:
        return None
    names = ", ".join(f"“{page}”" for page in standing_in[:10])
    sentence = _("%(things)s: published with the page that it stands in for. Publish that page instead.")
    messages.error(request, sentence % {"things": names})
    return redirect("wagtailadmin_explore", standing_in[0].get_parent().pk)


@hooks.register("after_copy_page")
def stand_in_for_copies(request: HttpRequest, page: Page, new_page: Page) -> None:
    """Make the fallback pages of a copy and of what was copied below it; wagtail-localize makes those of new pages."""
    for copied in new_page.get_descendants(inclusive=True).specific():
        create_aliases_for_new_page(copied)


@hooks.register("before_convert_alias_page")
def translate_stand_ins(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Let no page that stands in for another one become a page of its own with not a word translated."""
    if is_original(page):
        return None
    messages.error(request, _("This page stands in for the English one. Open that, and choose “Translate this page”."))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("register_log_actions")
def log_actions_of_languages(actions: LogActionRegistry) -> None:
    """Let histories tell what was taken down because its original was."""
    actions.register_action(
        TAKEN_DOWN, gettext_lazy("Unpublish with the original"), gettext_lazy("Unpublished with the original")
    )


# Before wagtail-localize's own views, whose names lead to the same addresses.
@hooks.register("register_admin_urls", order=-1)
def stricter_views() -> list[URLPattern]:
    """Return the addresses at which stricter views answer."""
    records = "localize/api/snippets/<slug:app_label>/<slug:model_name>/"
    translation = "localize/translate/<int:translation_id>/"
    return [
        path("localize/submit/page/<int:page_id>/", SubmitOwnPage.as_view()),
        path("localize/update/<int:translation_source_id>/", UpdateOwnPage.as_view()),
        path("localize/page/<int:page_id>/convert_to_alias/", convert_own_page),
        path(f"{translation}strings/<int:string_segment_id>/edit/", unlocked(edit_text)),
        path(f"{translation}overrides/<int:overridable_segment_id>/edit/", unlocked(edit_override)),
        path(f"{translation}texts/", all_texts, name="all_texts"),
        path(f"{translation}pofile/upload/", unlocked(upload)),
        path(f"{translation}machine_translate/", unlocked(edit_translation.machine_translate)),
        path(f"{translation}disable/", unlocked(stop_own_translation)),
        path("localize/reports/translations/", TranslationsReport.as_view()),
        path("localize/reports/translations/results/", TranslationsReport.as_view(results_only=True)),
        path(records, VisibleRecords.as_view({"get": "list"})),
        path(f"{records}<str:pk>/", VisibleRecords.as_view({"get": "retrieve"})),
    ]


# Before wagtail-localize's own, which publishes and restarts translations without asking for locks.
@hooks.register("before_edit_page", order=-2)
def refuse_to_write_what_is_locked(request: HttpRequest, page: Page) -> None:
    """Raise PermissionDenied where the form of a translation is sent while its page is locked for the user."""
    translations = translations_into(page)
    if request.method != "POST" or not page.permissions_for_user(request.user).page_locked():
        return
    if "localize-restart-translation" in request.POST or translations.filter(enabled=True).exists():
        raise PermissionDenied


hooks.register("before_edit_page", ask_before_publishing, order=-2)


def _without_version(page: Page, *, with_branch: bool) -> Iterator[Page]:
    if page.alias_of_id:
        yield page
    if with_branch:
        yield from page.get_descendants().filter(alias_of__isnull=False, live=False)
