"""When calls for comments open and close, for the editors' schedule."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.schedule.brought import between

from .models import CallPage


def calls(since, until):
    """Return when calls open and close, and until when comments can be sent through SESEC."""
    words = {
        "opens": _("opens for comments"),
        "deadline": _("closes for comments"),
        "own_deadline": _("closes for comments through SESEC"),
    }
    return between(CallPage.objects.live().originals(), words, since, until)
