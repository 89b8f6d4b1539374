"""What refers to something that is about to go: pages and entries that are published, and drafts."""

from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, ReferenceIndex

from sesec_portal.approval.refusals import named_and_linked
from sesec_portal.core.drafts_in_use import drafts_naming


def tell_of_uses(request: HttpRequest, things: Iterable[Model]) -> None:
    """Say above the question whether these things may go what refers to them, or to a page below them."""
    things = list(things)
    goes = {(thing._meta.concrete_model, thing.pk) for each in things for thing in _with_branch(each)}
    goes |= {(Page, thing.pk) for each in things if isinstance(each, Page) for thing in _with_branch(each)}
    published = _not_among(goes, (use for each in things for use in _published_uses(each)))
    drafts = _not_among(goes, drafts_naming(things))
    for sentence, uses in (
        (_("This is used in what is published: %(things)s."), published),
        (_("This is used in drafts: %(things)s."), drafts),
    ):
        if uses:
            named, buttons = named_and_linked(uses, request.user)
            messages.warning(request, sentence % {"things": named}, buttons=buttons)


def _with_branch(thing: Model) -> Iterable[Model]:
    return thing.get_descendants(inclusive=True) if isinstance(thing, Page) else [thing]


def _published_uses(thing: Model) -> Iterable[Model]:
    for each in _with_branch(thing):
        for use, _references in ReferenceIndex.get_grouped_references_to(each):
            if getattr(use, "live", True):
                yield use


def _not_among(goes: set[tuple[type[Model], object]], uses: Iterable[Model]) -> list[Model]:
    found = {(Page if isinstance(use, Page) else type(use), use.pk): use for use in uses}
    return [use for key, use in found.items() if key not in goes]
