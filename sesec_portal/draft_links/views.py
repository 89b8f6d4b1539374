"""What a partner sees under a draft link."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from . import comments
from .forms import CommentForm
from .models import DraftLink
from .rules import refusal

_HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
# What programs call themselves that fetch a link to draw a card beside it, and crawlers.
_PROGRAMS = re.compile(r"bot\b|crawl|spider|preview|facebookexternalhit|whatsapp/|embedly|slack-imgproxy", re.I)
_THANKS = "thanks"


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """Show the version that a link leads to, and take a comment on it."""
    link = DraftLink.objects.at(token)
    if not link or not link.works or refusal(link.page, link.revision):
        response = _nothing_here(request, 410 if link else 404)
    else:
        with translation.override(link.page.locale.language_code):
            response = _answer(request, link)
    for name, value in _HEADERS.items():
        response[name] = value
    return response


def _answer(request: HttpRequest, link: DraftLink) -> HttpResponse:
    if request.method != "POST":
        if request.method == "GET" and _THANKS not in request.GET and not _is_a_program(request):
            DraftLink.objects.count_view(link)
        return _show(request, link, CommentForm(prefix="draft"))
    form = CommentForm(request.POST, prefix="draft")
    if form.is_valid():
        if comments.add(link, form.cleaned_data["name"], form.cleaned_data["comment"]):
            return redirect(f"{request.path}?{_THANKS}#draft-comment")
        form.add_error(None, _("This draft has had its fifty comments. Write to whoever sent you the link."))
    return _show(request, link, form)


def _show(request: HttpRequest, link: DraftLink, form: CommentForm) -> HttpResponse:
    """Answer with the version as a reader without an account would see it, were it published.

    The page's own preview is asked for without the request, so that nothing of a reader who happens to be logged in
    gets in: no account, no session, no language but the page's.
    """
    page = link.revision.as_object()
    # It is, or it would not be shown; the page's parts ask this before they name a private document.
    page.is_open_to_all = True
    # Readers may still be shown the English in its place, until it is published.
    page.version_of = str(page.pk)
    shown = {"link": link, "form": form, "thanks": _THANKS in request.GET, "address": request.path}
    made = page.make_preview_request(preview_mode=page.default_preview_mode, extra_request_attrs={"shown_draft": shown})
    if made.status_code != 200:
        return _nothing_here(request, 410)
    # Of the preview's headers none: it may stand in a frame, this may not.
    return HttpResponse(made.content, headers={"Content-Language": page.locale.language_code})


def _nothing_here(request: HttpRequest, status: int) -> HttpResponse:
    typed = request.POST.get("draft-comment", "")
    return render(request, "draft_links/nothing_here.html", {"typed": typed}, status=status)


def _is_a_program(request: HttpRequest) -> bool:
    return bool(_PROGRAMS.search(request.headers.get("User-Agent", "")))
