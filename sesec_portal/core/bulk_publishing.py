"""Pages that are published together, from a list: what their forms would ask or refuse is not passed over."""

from collections.abc import Iterable, Iterator

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from sesec_portal.languages.punctuation import sentences

from .placed_texts import texts_of

# A hook that returns the sentences about what would be asked of a page or entry, before it goes to readers.
CONCERN = "concerns_of_publishing"
_SHOWN = 10


def refuse_what_forms_would_not_publish(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: object
) -> HttpResponse | None:
    """Refuse to publish pages together where the form of one would not publish it at once, and say which and why."""
    if action_type != "publish":
        return None
    chosen = [thing for thing in objects if isinstance(thing, Page)]
    drafts = list(_drafts(chosen, with_branch="include_descendants" in request.POST))
    refused = [(page, said) for page in drafts if (said := list(_said_of(page)))]
    if not refused:
        return None
    for page, said in refused[:_SHOWN]:
        named = _("“%(title)s” is not published from a list, and with it none of the others.")
        form = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Open its form"))
        title = {"title": page.get_admin_display_title()}
        messages.error(request, sentences(named % title, *said), buttons=[form])
    return redirect("wagtailadmin_explore", refused[0][0].get_parent().pk)


def _drafts(pages: Iterable[Page], *, with_branch: bool) -> Iterator[Page]:
    """Yield the latest versions of pages, and of the drafts below them where those are chosen too."""
    for page in pages:
        branch = page.get_descendants().not_live().specific() if with_branch else []
        for draft in [page, *branch]:
            yield draft.get_latest_revision_as_object()


def _said_of(page: Page) -> Iterator[str]:
    for refuse in hooks.get_hooks("refuse_to_publish"):
        yield from refuse(list(texts_of(page)))
    for concern in hooks.get_hooks(CONCERN):
        yield from concern(page)
