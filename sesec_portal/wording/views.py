"""What is said of a draft beside its form, and asked before it is published."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from sesec_portal.core.records import Record

from .accepting import accept, accepted_in, unaccepted
from .findings import Finding
from .publishing import found_in_draft


class ReasonsForm(forms.Form):
    """A field for each finding, in which stands why it stays."""

    def __init__(self, found: Iterable[Finding], data: Any = None) -> None:
        super().__init__(data)
        self.found = {finding.key: finding for finding in found}
        for key in self.found:
            widget = forms.TextInput(attrs={"aria-describedby": f"{key}-sentence"})
            self.fields[key] = forms.CharField(label=_("Why it stays"), max_length=300, widget=widget)

    def listed(self) -> list[tuple[Finding, forms.BoundField]]:
        """Return each finding with its field."""
        return [(finding, self[key]) for key, finding in self.found.items()]

    def reasons(self) -> dict[Finding, str]:
        """Return what was typed."""
        return {finding: self.cleaned_data[key] for key, finding in self.found.items()}


def ask(request: HttpRequest, kind: int, key: str) -> HttpResponse:
    """List what is found and not accepted in the latest version of a page or entry, and keep reasons."""
    model = get_object_or_404(ContentType, pk=kind).model_class()
    thing, form_address = _editable(request, model, key)
    found = unaccepted(thing, found_in_draft(thing))
    form = ReasonsForm(found, request.POST if request.method == "POST" else None)
    if not found or form.is_valid():
        if found:
            accept(thing, form.reasons(), request.user)
            messages.success(request, _("The reasons are kept. Nothing is asked about these sentences any more."))
        return redirect(form_address)
    context = {"thing": thing, "form": form, "form_address": form_address}
    return render(request, "wording/ask.html", context)


@require_safe
def beside(request: HttpRequest) -> HttpResponse:
    """Return the box that lists what is found in the latest version, for the form at an address."""
    thing, _form_address = _editable(request, *_edited_at(request.GET.get("form", "")))
    known = accepted_in(thing)
    found = [(finding, known.get((finding.phrase, finding.sentence))) for finding in found_in_draft(thing)]
    return render(request, "wording/beside.html", {"found": found})


def _edited_at(address: str) -> tuple[type[Model], object]:
    """Return the model and the primary key of what a form of the admin is about; raises Http404."""
    try:
        form = resolve(address)
    except Resolver404 as unknown:
        raise Http404 from unknown
    page = form.kwargs.get("page_id")
    if page and address == reverse("wagtailadmin_pages:edit", args=[page]):
        return Page, page
    records = {model.snippet_viewset.get_url_name("edit"): model for model in Record.__subclasses__()}
    if form.view_name not in records:
        raise Http404
    return records[form.view_name], form.kwargs["pk"]


def _editable(request: HttpRequest, model: type[Model] | None, key: object) -> tuple[Any, str]:
    """Return the latest version of a page or entry and the address of its form; raises PermissionDenied."""
    if model is not Page and not (model and issubclass(model, Record)):
        raise Http404
    thing = get_object_or_404(model, pk=key)
    thing = thing.specific if isinstance(thing, Page) else thing
    address = AdminURLFinder(request.user).get_edit_url(thing)
    if not address:
        raise PermissionDenied
    return thing.get_latest_revision_as_object(), address
