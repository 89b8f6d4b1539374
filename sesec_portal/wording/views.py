"""What is said of a draft beside its form, and asked before it is published."""

from collections.abc import Iterable

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_latest_str
from wagtail.models import Page

from sesec_portal.core.asking import SUBMITTED
from sesec_portal.core.keys import key_of
from sesec_portal.core.records import Record

from .accepting import accept, accepted_in, unaccepted
from .deeds import APPROVE, PUBLISH, RESTART, SUBMIT, do
from .drafts import found_in_draft, translation_of
from .findings import Finding

# So many characters has the key of a finding.
_KEY = 64


class ReasonsForm(forms.Form):
    """A field for each finding, in which stands why it stays."""

    def __init__(self, found: Iterable[Finding], data: QueryDict | None = None) -> None:
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
    """List what is found and not accepted in the latest version; keep the reasons, and do what was chosen before."""
    model = get_object_or_404(ContentType, pk=kind).model_class()
    thing, form_address = _editable(request, model, key)
    deed = request.GET.get("then", "")
    found = unaccepted(thing, found_in_draft(thing))
    form = ReasonsForm(found, request.POST if request.method == "POST" else None)
    lost = [said for name, said in request.POST.items() if len(name) == _KEY and said and name not in form.found]
    if lost:
        messages.warning(
            request,
            _("The draft has been changed meanwhile, and these are its sentences now. You had written: %(reasons)s")
            % {"reasons": " / ".join(lost)},
        )
    if not lost and form.is_valid():
        accept(thing, form.reasons(), request.user)  # type: ignore[arg-type]  # all are logged in
        return redirect(_go_on(request, thing, deed) or form_address)
    if not found:
        return redirect(form_address)
    button = _BUTTONS.get(deed, _("Let them stand, for these reasons"))
    title = _("Words that will not stay true")
    head = {
        "header_title": title,
        "page_title": title,
        "page_subtitle": get_latest_str(thing),
        "header_icon": "warning",
    }
    context = {**head, "form": form, "form_address": form_address, "button": button}
    return render(request, "wording/ask.html", context)


_BUTTONS = {
    PUBLISH: gettext_lazy("Let them stand, and publish"),
    SUBMIT: gettext_lazy("Let them stand, and submit"),
    RESTART: gettext_lazy("Let them stand, and submit"),
    APPROVE: gettext_lazy("Let them stand, and approve"),
}


def _go_on(request: HttpRequest, thing: Page | Record, deed: str) -> str:
    """Do what was chosen, say what became of it, and return the address of the list; an empty one for the form."""
    if deed not in _BUTTONS:
        messages.success(request, _("The reasons are kept. Nothing is asked about these sentences any more."))
        return ""
    try:
        said = do(deed, thing, request.GET.get("version", ""), request.user)  # type: ignore[arg-type]  # likewise
    except (PermissionDenied, ValidationError):
        messages.error(
            request,
            _(
                "The reasons are kept. Nothing was published or submitted: meanwhile another version was saved, or a "
                "review has begun or ended. Look at it as it is now, then choose again."
            ),
        )
        return ""
    messages.success(request, said)
    if not isinstance(thing, Page):
        return reverse(thing.snippet_viewset.get_url_name("list"))
    if event := {PUBLISH: "after_publish_page", SUBMIT: SUBMITTED, RESTART: SUBMITTED}.get(deed):
        for tell in hooks.get_hooks(event):
            tell(request, type(thing)._base_manager.get(pk=thing.pk))
    return "" if translation_of(thing) else reverse("wagtailadmin_explore", args=[thing.get_parent().pk])


@require_safe
def beside(request: HttpRequest) -> HttpResponse:
    """Return the box that lists what is found in the latest version, for the form at an address; none for others."""
    edited = _edited_at(request.GET.get("form", ""))
    if not edited:
        return HttpResponse(status=204)
    thing, _form_address = _editable(request, *edited)
    known = accepted_in(thing)
    found = [(finding, known.get(finding.key)) for finding in found_in_draft(thing)]
    still_open = sum(not accepted for _finding, accepted in found)
    return render(request, "wording/beside.html", {"found": found, "open": still_open})


def _edited_at(address: str) -> tuple[type[Model], object] | None:
    """Return the model and the primary key of what a form of the admin is about; None for a form of something new."""
    try:
        form = resolve(address)
    except Resolver404:
        return None
    page = form.kwargs.get("page_id")
    if page and address == reverse("wagtailadmin_pages:edit", args=[page]):
        return Page, page
    records = {model.snippet_viewset.get_url_name("edit"): model for model in Record.__subclasses__()}
    return (records[form.view_name], form.kwargs["pk"]) if form.view_name in records else None


def _editable(request: HttpRequest, model: type[Model] | None, key: object) -> tuple[Page | Record, str]:
    """Return the latest version of a page or entry and the address of its form; raises PermissionDenied."""
    if model is not Page and not (model and issubclass(model, Record)):
        raise Http404
    thing = get_object_or_404(model, pk=key_of(model, key))
    thing = thing.specific if isinstance(thing, Page) else thing
    address = AdminURLFinder(request.user).get_edit_url(thing)
    if not address:
        raise PermissionDenied
    return thing.get_latest_revision_as_object(), address
