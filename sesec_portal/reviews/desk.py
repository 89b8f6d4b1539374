"""What lies on the desk of reviews: what is due, on its owner's as their own."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name

from sesec_portal.core.reviewed import Reviewed
from sesec_portal.desk.rules import DeskItem, DeskRule
from sesec_portal.edtf.clock import today

from .due import due_by


class ReviewsDue(DeskRule):
    """Pages and entries of which somebody should say anew that they are true."""

    name = "reviews"
    heading = gettext_lazy("Reviews due")
    urgency = 40

    def items(self, user: User) -> Iterator[DeskItem]:
        for thing, day in due_by(today()):
            yield DeskItem(_("to be reviewed; %(owner)s") % {"owner": _owner_of(thing)}, day, thing)


def _owner_of(thing: Reviewed) -> str:
    owner = thing.owner  # type: ignore[attr-defined]  # pages and records have one
    if not owner:
        return _("it has no owner")
    told = _("owner: %(who)s") if owner.is_active else _("its owner, %(who)s, has left")
    return told % {"who": user_display_name(owner)}
