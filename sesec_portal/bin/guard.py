"""What is neither deleted nor taken down without a word: whatever governs the project and has been published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model, ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex, Site

from sesec_portal.approval.permissions import governing, governs, may_delete_what_governs
from sesec_portal.approval.refusals import way_back
from sesec_portal.core.drafts_in_use import drafts_naming

from .keeping import give_reason, note

# The action of the histories that holds the reason for which something was taken down.
TAKEN_DOWN = "bin.take_down"


@dataclass(frozen=True)
class Act:
    """What may not be done without a word: the sentences that refuse it or ask for the reason."""

    refused: Promise
    one_by_one: Promise
    heading: Promise
    warning: Promise
    label: Promise
    missing: Promise
    button: Promise


DELETING = Act(
    refused=_("%(things)s: what governs the project stays once it was published. An Administrator can delete it."),
    one_by_one=_("%(things)s: what governs the project is deleted one by one, each with the reason."),
    heading=_("Delete what governs the project"),
    warning=_(
        "This was published, and readers and other entries may refer to it. It goes in both languages, and stays in "
        "the bin for ninety days."
    ),
    label=_("Why it is deleted"),
    missing=_("Say in a sentence why it is deleted."),
    button=_("Delete"),
)
TAKING_DOWN = Act(
    refused=_("%(things)s: what governs the project stays once it was published. An Administrator can take it down."),
    one_by_one=_("%(things)s: what governs the project is taken down one by one, each with the reason."),
    heading=_("Take down what governs the project"),
    warning=_(
        "Readers know this, in both languages, and other entries may refer to it. The reason stands in its history."
    ),
    label=_("Why it is taken down"),
    missing=_("Say in a sentence why it is taken down."),
    button=_("Unpublish"),
)


def before_deleting(request: HttpRequest, things: Iterable[Model], *, several: bool = False) -> HttpResponse | None:
    """Return the answer to somebody who is about to delete these things, or None where they may go.

    Argument: whether they were chosen in a list, where there is no place to type a reason. Raises ProtectedError, with
    what has a draft that names one of them.
    """
    things = list(things)
    if _front_pages(things):
        return _refused(request, gettext("The front page of the site cannot be deleted: all others stand below it."))
    answer, reason = _answer(request, DELETING, list(_governing(things, with_branch=True)), several)
    if answer:
        return answer
    if uses := drafts_naming(things):
        raise ProtectedError("drafts refer to it", set(uses))
    if reason:
        give_reason(reason)
    return _go_on(request, things)


def before_taking_down(request: HttpRequest, things: Iterable[Model], *, several: bool = False) -> HttpResponse | None:
    """Return the answer to somebody who is about to unpublish these things, or None where they may be."""
    governing = list(_governing(list(things), with_branch=bool(request.POST.get("include_descendants"))))
    answer, reason = _answer(request, TAKING_DOWN, governing, several)
    if reason:
        for thing in governing:
            log(thing, TAKEN_DOWN, user=request.user, data={"reason": reason})
    return answer


def _answer(
    request: HttpRequest, act: Act, governing: list[Model], several: bool
) -> tuple[HttpResponse | None, str | None]:
    """Return the answer, and the reason that was typed; neither where there is nothing to ask."""
    if not governing:
        return None, None
    names = ", ".join(f"“{thing}”" for thing in governing[:10])
    if not may_delete_what_governs(request.user):
        return _refused(request, act.refused % {"things": names}), None
    if several:
        return _refused(request, act.one_by_one % {"things": names}), None
    if reason := request.POST.get("why", "").strip():
        return None, reason
    return render(request, "bin/confirm.html", {"act": act, "governing": governing, "asked": request.POST}), None


def _go_on(request: HttpRequest, things: list[Model]) -> None:
    if request.method == "POST":
        note(thing for thing in things if isinstance(thing, Page))
    elif not any(ReferenceIndex.get_grouped_references_to(thing).is_protected for thing in things):
        # Where something keeps it, Wagtail says so, and offers nothing to press.
        messages.info(
            request,
            gettext(
                "It stays in the bin for ninety days. Who deletes a draft can bring it back; what was published, those "
                "who may delete that."
            ),
        )


def _front_pages(things: list[Model]) -> bool:
    roots = [thing.path for thing in things if isinstance(thing, Page)]
    fronts = Site.objects.values_list("root_page__path", flat=True)
    return any(front.startswith(path) for front in fronts for path in roots)


def _governing(things: list[Model], *, with_branch: bool) -> Iterator[Model]:
    for thing in things:
        if isinstance(thing, Page):
            branch = thing.get_descendants(inclusive=True) if with_branch else Page.objects.filter(pk=thing.pk)
            yield from governing(branch.filter(alias_of=None))
        elif governs(thing):
            yield thing


def _refused(request: HttpRequest, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return redirect(way_back(request))
