"""The pages of the contact form; there are none where no mail is sent or no mailbox is recorded."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import cast

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sesec_portal.accounts import rate_limit
from sesec_portal.accounts.client_address import client_address
from sesec_portal.home.models.reached import contact
from sesec_portal.web.same_origin import same_origin_forms

from . import ceilings, copies, mails
from .forms import CodeForm, ContactForm

# Within a quarter of an hour (`rate_limit.WINDOW`).
MESSAGES_FROM_A_NETWORK = 5
CODES_TO_AN_ADDRESS = 3
TRIES_AT_A_CODE = 10
_SENT = "contact-sent"

View = Callable[[HttpRequest], HttpResponse]


def _while_open(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if not mails.is_open():
            raise Http404
        return view(request)

    return answer


@same_origin_forms
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@_while_open
def write(request: HttpRequest) -> HttpResponse:
    """Take a message and send it on; what was typed comes back with whatever hindered that."""
    if request.method != "POST":
        return _show_form(request, ContactForm())
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _show_form(request, form)
    if not rate_limit.consume("contact messages", client_address(request) or "", MESSAGES_FROM_A_NETWORK):
        form.add_error(
            None, _("Too many messages came from your network. Wait a quarter of an hour, then send yours again.")
        )
        return _show_form(request, form, 429, rate_limit.WINDOW)
    if reached := ceilings.reached():
        form.add_error(None, reached.sentence)
        return _show_form(request, form, 429, reached.wait)
    message = cast("mails.Message", {name: form.cleaned_data[name] for name in ("subject", "message", "sender")})
    try:
        mails.send_message(message)
    except mails.NotSent:
        form.add_error(
            None, _("Your message could not be sent. What you typed is still here: try again in a few minutes.")
        )
        return _show_form(request, form, 503)
    return _offer_copy(request, message) if form.cleaned_data["copy"] else redirect(_SENT)


@same_origin_forms
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@_while_open
def copy(request: HttpRequest) -> HttpResponse:
    """Send the copy to whoever types the code; lead to the form whoever comes without a message."""
    if request.method != "POST":
        return redirect("contact-write")
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _show_code(request, form)
    sealed = form.cleaned_data["sealed"]
    message = copies.unseal(sealed)
    tried = message and rate_limit.consume(f"contact code {copies.name_of(sealed)}", "", TRIES_AT_A_CODE)
    if not message or not tried:
        form.add_error("code", _("This code is no longer valid. Your message itself was sent."))
        return _show_code(request, form, 410)
    if not copies.is_code(form.cleaned_data["code"], sealed):
        form.add_error("code", _("This is not the code from the mail. Type its eight digits."))
        return _show_code(request, form)
    once = f"contact copy {copies.name_of(sealed)}"
    if not rate_limit.consume(once, "", 1):
        return redirect("contact-copied")
    try:
        mails.send_copy(message)
    except mails.NotSent:
        rate_limit.reset(once, "")
        form.add_error(None, _("The copy could not be sent. Your message itself was sent. Try again in a few minutes."))
        return _show_code(request, form, 503)
    return redirect("contact-copied")


@never_cache
@require_safe
@_while_open
def sent(request: HttpRequest) -> HttpResponse:
    """Say that the message is on its way."""
    return render(request, "home/contact_sent.html")


@never_cache
@require_safe
@_while_open
def copied(request: HttpRequest) -> HttpResponse:
    """Say that the copy is on its way too."""
    return render(request, "home/contact_sent.html", {"copied": True})


def _offer_copy(request: HttpRequest, message: mails.Message) -> HttpResponse:
    sealed, address = copies.seal(message), message["sender"]
    form = CodeForm(initial={"sealed": sealed})
    if not rate_limit.consume("contact codes", address.lower(), CODES_TO_AN_ADDRESS):
        return render(request, "home/contact_sent.html", {"no_copy": True})
    try:
        mails.send_code(address, copies.code_for(sealed))
    except mails.NotSent:
        return render(request, "home/contact_sent.html", {"no_copy": True})
    return _show_code(request, form, address=address)


def _show_form(request: HttpRequest, form: Form, status: int = 200, wait: timedelta | None = None) -> HttpResponse:
    context = {"form": form, "mailbox": contact().settings.email}
    response = render(request, "home/contact_form.html", context, status=status)
    if wait:
        response["Retry-After"] = int(wait.total_seconds())
    return response


def _show_code(request: HttpRequest, form: Form, status: int = 200, address: str = "") -> HttpResponse:
    return render(request, "home/contact_copy.html", {"form": form, "address": address}, status=status)
