"""What is not deleted without a word: whatever governs the project and has been published."""

from collections.abc import Iterable, Iterator

from django.db.models import Model, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, Site

from .keeping import give_reason, note

# Held by Administrators: who decides how things are approved.
_RIGHT = "wagtailcore.change_workflow"


def answer(request: HttpRequest, things: Iterable[Model], *, several: bool = False) -> HttpResponse | None:
    """Return the answer to somebody who is about to delete these things, or None where they may go.

    Argument: whether they were chosen in a list, where there is no place to type a reason.
    """
    things = list(things)
    if _front_pages(things):
        return _refused(request, _("The front page of the site cannot be deleted: all others stand below it."))
    governing = list(_governing(things))
    if not governing:
        return _go_on(request, things)
    names = ", ".join(f"“{thing}”" for thing in governing[:10])
    if not request.user.has_perm(_RIGHT):
        said = _("%(things)s: what governs the project stays once it was published. An Administrator can delete it.")
        return _refused(request, said % {"things": names})
    if several:
        said = _("%(things)s: what governs the project is deleted one by one, each with the reason.")
        return _refused(request, said % {"things": names})
    if reason := request.POST.get("why", "").strip():
        give_reason(reason)
        return _go_on(request, things)
    return render(request, "bin/confirm.html", {"governing": governing, "asked": request.POST})


def _go_on(request: HttpRequest, things: list[Model]) -> None:
    if request.method == "POST":
        note(thing for thing in things if isinstance(thing, Page))


def _front_pages(things: list[Model]) -> bool:
    roots = [thing.path for thing in things if isinstance(thing, Page)]
    fronts = Site.objects.values_list("root_page__path", flat=True)
    return any(front.startswith(path) for front in fronts for path in roots)


def _governing(things: list[Model]) -> Iterator[Model]:
    for thing in things:
        if isinstance(thing, Page):
            known = Q(live=True) | Q(first_published_at__isnull=False)
            for page in thing.get_descendants(inclusive=True).filter(known, alias_of=None):
                if getattr(page.specific_class, "governs", False):
                    yield page
        elif getattr(thing, "governs", False) and (thing.live or thing.first_published_at):
            yield thing


def _refused(request: HttpRequest, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return redirect("wagtailadmin_home")
