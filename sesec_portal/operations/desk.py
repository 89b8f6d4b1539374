"""What the machinery needs: a worker that is heard."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sesec_portal.desk.rules import DeskItem, DeskRule

from . import heartbeat


class LateWorker(DeskRule):
    """The worker, where it has not been heard for longer than its longest task takes."""

    name = "worker"
    heading = gettext_lazy("The worker is late")
    urgency = 0

    def items(self, user: User) -> Iterator[DeskItem]:
        silence = heartbeat.silence()
        if silence is not None and silence <= heartbeat.PATIENCE:
            return
        minutes = int((silence or 0) // 60)
        heard = ngettext("last heard %(n)s minute ago", "last heard %(n)s minutes ago", minutes) % {"n": minutes}
        told = heard if silence is not None else _("never heard")
        reason = _("%(heard)s: nothing is published at its hour. Tell the operator of the portal.") % {"heard": told}
        yield DeskItem(reason, title=_("The worker"), url=reverse("scheduled"))
