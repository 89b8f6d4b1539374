"""What is refused as a redirect: what no browser asks for, and what leads nowhere."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.forms import RedirectForm as AnyRedirectForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

# What no browser sends in an address without escaping it (WHATWG URL, path and query percent-encode sets).
_ESCAPED = re.compile(r'[\s\x00-\x1f\x7f"<>\\^`{|}]')


class RedirectForm(AnyRedirectForm):
    """A redirect from an address that a browser can ask for to a page or to an address."""

    def clean_old_path(self) -> str:
        """Return the former address as it was typed. Raises ValidationError where no browser asks for it."""
        address = self.cleaned_data["old_path"].strip()
        if _ESCAPED.search(address):
            raise ValidationError(
                _("No browser asks for this. Write what its address line shows, such as /former/page/; a space is %20.")
            )
        return address

    def clean(self) -> dict[str, object]:
        """Refuse a redirect that leads nowhere, or to itself."""
        cleaned = super().clean() or self.cleaned_data
        target = urlsplit(cleaned.get("redirect_link") or "")
        if target.path and Site.objects.filter(hostname=target.hostname).exists():
            wanted = Redirect.normalise_path(target._replace(scheme="", netloc="").geturl())
            if wanted == Redirect.normalise_path(cleaned.get("old_path") or ""):
                self.add_error("redirect_link", _("This leads to itself."))
        ways = ("redirect_page", "redirect_link")
        if not any(cleaned.get(way) or way in self.errors for way in ways):
            self.add_error("redirect_page", _("Say where it leads: choose a page, or type an address below."))
        return cleaned
