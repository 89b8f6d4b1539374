"""A spreadsheet in the admin: what its columns are, what would become of its lines, and the deed."""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .exporting import as_file
from .forms import SheetFileForm
from .importing import Overtaken, carry_out
from .models import Upload
from .planning.fates import Plan
from .planning.plan import plan
from .reading.files import read
from .reading.table import Unreadable
from .sheets import DRAFT, PUBLISH, SUBMIT, Sheet, sheets

BUTTONS = {
    DRAFT: gettext_lazy("Import as drafts"),
    PUBLISH: gettext_lazy("Import and publish"),
    SUBMIT: gettext_lazy("Import and submit for approval"),
}


class _OfSheet(WagtailAdminTemplateMixin):
    """A view of a register's spreadsheet, for those who may add or change entries."""

    request: Any
    header_icon = "upload"
    page_title = gettext_lazy("Import a spreadsheet")
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: str) -> HttpResponseBase:
        self.sheet = _sheet(kwargs["name"])
        if not self.sheet.may_open(request.user):  # type: ignore[arg-type]  # nobody else gets in
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return which register it is."""
        return str(self.sheet.title)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        """Lead back to the register."""
        register = {"url": self.sheet.address, "label": self.sheet.title}
        return [*super().get_breadcrumbs_items(), register, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return {**super().get_context_data(**kwargs), "sheet": self.sheet}


class UploadView(_OfSheet, FormView):
    """Tells what the columns are, offers the register as a file, and takes one."""

    template_name = "spreadsheets/admin/upload.html"
    form_class = SheetFileForm

    def form_valid(self, form: SheetFileForm) -> HttpResponse:
        """Keep the file for its sender, and show the dry run; a file with other columns is refused at once."""
        try:
            plan(self.sheet, form.table, self.request.user)
        except Unreadable as refusal:
            form.add_error("file", refusal)
            return self.form_invalid(form)
        Upload.objects.remove_old()
        upload = Upload.objects.create(
            sheet=self.sheet.name,
            file_name=form.cleaned_data["file"].name[:255],
            content=form.content,
            user=self.request.user,
        )
        return redirect("spreadsheets:dry_run", self.sheet.name, upload.pk)


class DryRunView(_OfSheet, TemplateView):
    """Tells what would become of each line, and does it once somebody has seen it."""

    template_name = "spreadsheets/admin/dry_run.html"
    page_title = gettext_lazy("What would become of each line")

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        upload = self._upload(Upload.objects.waiting())
        return self._gone() if upload is None else self._show(upload, self._plan(upload))

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Do what was shown; show it again where it would be something else by now."""
        upload = self._upload(Upload.objects.waiting().select_for_update())
        if upload is None:
            return self._gone()
        planned, way = self._plan(upload), request.POST.get("way", "")
        if way not in self.sheet.ways(self.request.user) or planned.is_refused:
            return self._show(upload, planned)
        try:
            if request.POST.get("seen") != planned.digest:
                raise Overtaken
            carry_out(self.sheet, planned, self.request.user, upload.file_name, way)
        except Overtaken:
            messages.warning(request, _("The register has changed meanwhile. Look again at what would be done."))
            return self._show(upload, self._plan(upload))
        upload.delete()
        messages.success(request, self._done(planned))
        return redirect(self.sheet.address)

    def _upload(self, uploads: Any) -> Upload | None:  # noqa: ANN401  a queryset of Uploads
        return uploads.filter(pk=self.kwargs["key"], sheet=self.sheet.name, user=self.request.user).first()

    def _plan(self, upload: Upload) -> Plan:
        return plan(self.sheet, read(bytes(upload.content)), self.request.user)

    def _show(self, upload: Upload, planned: Plan) -> HttpResponse:
        told = {
            "upload": upload,
            "plan": planned,
            "ways": [(way, BUTTONS[way]) for way in self.sheet.ways(self.request.user)],
            "form": SheetFileForm(),
        }
        return self.render_to_response({**self.get_context_data(), **told})

    def _gone(self) -> HttpResponse:
        sentence = _("The file is no longer kept: it was imported, or a day has gone by. Choose it again.")
        messages.error(self.request, sentence)
        return redirect("spreadsheets:upload", self.sheet.name)

    def _done(self, planned: Plan) -> str:
        number = len(planned.to_write)
        said = ngettext("%(number)s entry was imported.", "%(number)s entries were imported.", number)
        return said % {"number": number}


@require_safe
def register_file(request: HttpRequest, name: str, file_format: str) -> HttpResponse:
    """Give out a register as the file that can come back in."""
    sheet, user = _sheet(name), request.user
    if not isinstance(user, User) or not sheet.may_open(user):
        raise PermissionDenied
    return as_file(sheet, sheet.readable(user), file_format)


def _sheet(name: str) -> Sheet:
    try:
        return sheets()[name]
    except KeyError as error:
        raise Http404 from error
