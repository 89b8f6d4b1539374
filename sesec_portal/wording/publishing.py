"""Before something goes to readers or reviewers: which of its words will not stay true, and nobody has accepted."""

import json

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from .accepting import type_of, unaccepted
from .deeds import APPROVE, DEEDS, PUBLISH
from .drafts import found_in_draft, translation_of
from .findings import Lint


def ask_about_wording(request: HttpRequest, thing: Model) -> HttpResponse | None:
    """Lead who publishes, submits or approves to the page that asks; what was typed has been saved by then."""
    if not unaccepted(thing, Lint().of(thing)):
        return None
    deed = next(each for each in DEEDS if f"action-{each}" in request.POST)
    if deed == APPROVE:
        _keep_comment(request, thing)
    return _to_question(thing, deed)


def ask_about_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead who publishes a translation there: its texts are saved one by one, and become the page when it is."""
    asked = request.method == "POST" and request.POST.get("action") == "publish" and translation_of(page)
    return _to_question(page, PUBLISH) if asked and unaccepted(page, found_in_draft(page)) else None


def words_to_ask_about(thing: Model) -> list[str]:
    """Return a sentence about a thing whose latest version has words that its form would ask about."""
    if not unaccepted(thing, Lint().of(thing)):
        return []
    return [_("It has words that will not stay true; its form asks about each of them.")]


def _keep_comment(request: HttpRequest, thing: Model) -> None:
    """Keep what the reviewer has written about the approval, until it takes place."""
    sent = json.loads(request.POST.get("workflow-action-extra-data", "{}"))
    review = thing.current_workflow_task_state  # type: ignore[attr-defined]  # it is under review
    TaskState.objects.filter(pk=review.pk).update(comment=sent.get("comment", ""))


def _to_question(thing: Model, deed: str) -> HttpResponse:
    version = thing.latest_revision_id or ""  # type: ignore[attr-defined]  # pages and records have one
    address = reverse("wording:ask", args=[type_of(thing).pk, thing.pk])
    return redirect(f"{address}?{urlencode({'then': deed, 'version': version})}")
