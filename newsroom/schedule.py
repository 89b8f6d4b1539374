"""When events begin and end, for the editors' schedule."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.schedule.brought import between

from .models import EventPage


def events(since, until):
    """Return when events that were not called off begin and end, and until when people can register."""
    kept = EventPage.objects.live().originals().filter(state="")
    words = {"starts": _("begins"), "ends": _("ends"), "registration_until": _("registration ends")}
    return between(kept, words, since, until)
