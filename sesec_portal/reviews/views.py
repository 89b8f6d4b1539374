"""Where a review is recorded, and where an owner and a day are chosen."""

from django import forms
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import AbstractBaseUser, User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from sesec_portal.core.keys import key_of
from sesec_portal.core.reviewed import Reviewed
from sesec_portal.edtf.clock import today

from .due import kinds, published
from .owners import can_have_owner, owner_of
from .panel import address_of
from .recording import confirm, plan


def _editable(user: AbstractBaseUser, app_label: str, model_name: str, key: str) -> tuple[Reviewed, str]:
    """Return what is reviewed, and the address of its form; refuses who may not edit it."""
    for model in kinds():
        if (model._meta.app_label, model._meta.model_name) == (app_label, model_name):
            thing = get_object_or_404(published(model), pk=key_of(model, unquote(key)))
            if url := AdminURLFinder(user).get_edit_url(thing):
                return thing, url
            raise PermissionDenied
    raise Http404


@require_POST
def confirm_review(request: HttpRequest, app_label: str, model_name: str, key: str) -> HttpResponse:
    """Record that somebody has looked whether it is still true."""
    thing, url = _editable(request.user, app_label, model_name, key)  # type: ignore[arg-type]  # all are logged in
    confirm(thing, request.user)  # type: ignore[arg-type]  # likewise
    due = thing.review_due_on
    said = _("Recorded: “%(thing)s” was reviewed today, and is still true.") % {"thing": thing}
    if due:
        said += " " + _("It is due again on %(day)s.") % {"day": date_format(due)}
    messages.success(request, said)
    return redirect(url)


class _Owner(forms.ModelChoiceField):
    def label_from_instance(self, user: User) -> str:
        return str(user_display_name(user))


class PlanForm(forms.Form):
    """Who looks after it, and by when it is reviewed."""

    owner = _Owner(User.objects.none(), label=gettext_lazy("Owner"), required=False)
    review_by = forms.DateField(
        label=gettext_lazy("Review by"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Left empty, the day follows from the last review."),
    )

    # What was kept when the form was shown.
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: object, thing: Reviewed, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they come
        self.thing = thing
        if not can_have_owner(type(thing)):
            del self.fields["owner"]
            return
        staff = User.objects.filter(is_active=True, groups__permissions__codename="access_admin")
        superusers = User.objects.filter(is_active=True, is_superuser=True)
        self.fields["owner"].queryset = (  # type: ignore[attr-defined]  # it is an _Owner
            (staff | superusers).distinct().order_by("last_name", "username")
        )

    def clean_review_by(self) -> object:
        """Refuse a day that is over: it would be due at once, and stay so until somebody looks."""
        day = self.cleaned_data["review_by"]
        if day and day < today() and day != self.thing.review_by:
            raise forms.ValidationError(_("This day is over. Choose today or a later one."))
        return day

    def clean(self) -> dict[str, object]:
        """Refuse to put something in the place of what a colleague has chosen meanwhile; sent once more, it does."""
        told = super().clean() or {}
        if told.get("shown") not in {"", as_kept(self.thing)}:
            self.data = {**self.data.dict(), "shown": as_kept(self.thing)}  # type: ignore[union-attr]  # it was sent
            owner = owner_of(self.thing)
            kept = {
                "owner": user_display_name(owner) if owner else _("nobody"),
                "day": date_format(self.thing.review_by) if self.thing.review_by else _("no day of its own"),
            }
            said = _(
                "Meanwhile somebody else has chosen: owner %(owner)s, review by %(day)s. Nothing was kept of yours. "
                "Save again to put it in the place of theirs."
            )
            self.add_error("review_by", said % kept)
        return told


def as_kept(thing: Reviewed) -> str:
    """Return in one word who looks after something and by when."""
    owner = owner_of(thing)
    return f"{owner.pk if owner else ''}/{thing.review_by or ''}"


class PlanView(WagtailAdminTemplateMixin, FormView):
    """Lets somebody choose who looks after a page or entry, and by when it is reviewed."""

    template_name = "reviews/admin/plan.html"
    page_title = gettext_lazy("Owner and review")
    header_icon = "calendar-check"
    form_class = PlanForm
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: str) -> HttpResponseBase:
        self.thing, self.url = _editable(request.user, **kwargs)  # type: ignore[arg-type]  # all are logged in
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        """Lead back to the form."""
        here = {"url": "", "label": self.page_title}
        return [*super().get_breadcrumbs_items(), {"url": self.url, "label": str(self.thing)}, here]

    def get_page_subtitle(self) -> str:
        """Return what it is about."""
        return str(self.thing)

    def get_form_kwargs(self) -> dict[str, object]:
        return {**super().get_form_kwargs(), "thing": self.thing}

    def get_initial(self) -> dict[str, object]:
        return {"owner": owner_of(self.thing), "review_by": self.thing.review_by, "shown": as_kept(self.thing)}

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        owner = owner_of(self.thing)
        return {
            **context,
            "thing": self.thing,
            "due_on": self.thing.review_due_on,
            "months": type(self.thing).months_between_reviews(),
            "left": owner if owner and not owner.is_active else None,
            "confirm_url": address_of("confirm", self.thing),
            "submit_button_label": _("Save"),
            "submit_button_active_label": _("Save"),
        }

    def form_valid(self, form: PlanForm) -> HttpResponse:
        owner, review_by = form.cleaned_data.get("owner"), form.cleaned_data["review_by"]
        plan(self.thing, owner, review_by, self.request.user)  # type: ignore[arg-type]  # all are logged in
        messages.success(self.request, _("Owner and day of review of “%(thing)s” are kept.") % {"thing": self.thing})
        return redirect(self.url)
