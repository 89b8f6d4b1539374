"""What editors are told of the worker, on the desk and above the schedule."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sesec_portal.moments.moment import Moment
from sesec_portal.moments.words import in_words
from sesec_portal.moments.zones import BRUSSELS
from sesec_portal.schedule.entries import Notice

from . import heartbeat


def lateness() -> str:
    """Return in words since when the worker has not been heard for longer than its longest task takes, or nothing."""
    silence = heartbeat.silence()
    if silence is not None and silence <= heartbeat.PATIENCE:
        return ""
    minutes = int((silence or 0) // 60)
    heard = ngettext("last heard %(n)s minute ago", "last heard %(n)s minutes ago", minutes) % {"n": minutes}
    told = heard if silence is not None else _("never heard")
    return _("%(heard)s: nothing is published at its hour. Tell the operator of the portal.") % {"heard": told}


def last_run() -> Notice:
    """Return for the head of the schedule when the worker was last heard, and that it is late where it is."""
    if late := lateness():
        return Notice(_("The worker is late, %(late)s") % {"late": late}, is_bad=True)
    heard = timezone.now() - timedelta(seconds=heartbeat.silence() or 0)
    return Notice(_("The worker was last heard on %(moment)s.") % {"moment": in_words(Moment.at(heard, BRUSSELS))})
