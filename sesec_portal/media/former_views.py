"""Former files in the admin: to download, and to bring back."""

from typing import cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images.permissions import permission_policy as images

from .former_files import bring_back
from .in_use import may_not_touch
from .models import FormerFile


@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give a former file to whoever may change what it belonged to."""
    former = _former(request, pk)
    response = FileResponse(former.file.open(), as_attachment=True, filename=former.filename)
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a former file back in its place, or say why not."""
    try:
        former = _former(request, pk)
    except Http404:
        messages.error(request, _("This former file is kept no longer: somebody has brought it back, or it was old."))
        return redirect("wagtailadmin_home")
    thing, kind = former.thing, "wagtailimages" if former.picture else "wagtaildocs"
    if may_not_touch(request.user, [thing]):
        messages.error(request, _("Readers see this, so only a Publisher can bring the former file back."))
    else:
        bring_back(former, cast(User, request.user))
        messages.success(request, _("“%(thing)s” has its former file again.") % {"thing": thing.title})
    return redirect(f"{kind}:edit", thing.pk)


def _former(request: HttpRequest, pk: int) -> FormerFile:
    former = get_object_or_404(FormerFile.objects.select_related("picture", "document"), pk=pk)
    policy = images if former.picture else documents
    if not policy.user_has_permission_for_instance(request.user, "change", former.thing):
        raise PermissionDenied
    return former
