"""Pictures and documents that readers see are not deleted by those who may not publish."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from sesec_portal.approval.refusals import named_and_linked, way_back

from .in_use import File, may_not_touch
from .models import PortalDocument, PortalImage

_KINDS: dict[str, type[File]] = {"wagtailimages": PortalImage, "wagtaildocs": PortalDocument}


class KeepWhatReadersSee:
    """Refuses, at Wagtail's addresses for deleting one picture or document, what somebody may not take from readers.

    Wagtail has hooks for several at once alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Return the refusal, or None where the view may go on."""
        place = request.resolver_match
        if not place or place.namespace not in _KINDS or place.url_name not in ("delete", "delete_multiple"):
            return None
        if not request.user.is_authenticated:
            return None
        [key] = kwargs.values()
        uses = may_not_touch(request.user, _KINDS[place.namespace].objects.filter(pk=key))
        return refusal(request, uses) if uses else None


def refusal(request: HttpRequest, uses: list[Model]) -> HttpResponse:
    """Tell what is published with it, with links, and go back to its form."""
    named, buttons = named_and_linked(uses, request.user)
    sentence = _("Readers see this, so only a Publisher can change or delete it. It is used here: %(uses)s.")
    messages.error(request, sentence % {"uses": named}, buttons=buttons)
    return redirect(way_back(request))
