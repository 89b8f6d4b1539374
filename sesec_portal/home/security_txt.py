"""Where to report a weakness of the portal."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.web.caching import for_programs

from .models.reached import contact


@for_programs
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell who found a weakness where to report it (RFC 9116); what it says holds for half a year from today."""
    day = timezone.now().date() + timedelta(days=180)
    languages = ", ".join(code for code, _name in settings.LANGUAGES)
    lines = [
        *(f"Contact: {address}" for address in _addresses()),
        f"Expires: {day}T00:00:00Z",
        f"Preferred-Languages: {languages}",
        f"Canonical: {absolute(request.path)}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _addresses() -> Iterator[str]:
    """Yield the operator's own address, the one that is recorded, or else the contact page, the best first."""
    kept = contact().settings
    if settings.SECURITY_CONTACT:
        yield settings.SECURITY_CONTACT
    if kept.security_email:
        yield f"mailto:{kept.security_email}"
    if not settings.SECURITY_CONTACT and not kept.security_email:
        yield absolute(kept.page.url if kept.page and kept.page.live else "/en/")
