"""Whoever takes something down is told when no host shows it any more."""

import time
from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sesec_portal.pagecache import cdn, hosts

# Seconds for which hosts are waited for: they hear within one.
_PATIENCE = 3
_PAUSE = 0.1


def tell_when_gone(request: HttpRequest) -> None:
    """Tell whoever takes a page down which hosts have it no more, once that is committed."""
    transaction.on_commit(partial(_tell, request))


def _tell(request: HttpRequest) -> None:
    until = time.monotonic() + _PATIENCE
    standing, behind = hosts.standing(), cdn.is_behind()
    while (standing.late or behind) and time.monotonic() < until:
        time.sleep(_PAUSE)
        standing, behind = hosts.standing(), cdn.is_behind()
    waited_for = [*standing.late, *standing.silent, *(["CDN"] if behind else [])]
    number = {"n": standing.number, "confirmed": len(standing.confirmed)}
    if waited_for:
        told = _("%(confirmed)s of %(n)s hosts that serve readers have taken the change over. Not yet: %(names)s.")
        messages.warning(request, told % {**number, "names": get_text_list(waited_for, _("and"))})
    elif standing.number:
        told = ngettext(
            "Readers get it no more: the %(n)s host that serves them has taken the change over.",
            "Readers get it no more: all %(n)s hosts that serve them have taken the change over.",
            standing.number,
        )
        messages.success(request, told % number)
