"""Broken links on the desk."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sesec_portal.desk.rules import DeskItem, DeskRule

from .models import LinkUse


class BrokenLinks(DeskRule):
    """Published pages and entries with a broken link, those that were broken longest first."""

    name = "links"
    heading = gettext_lazy("Broken links")
    urgency = 30

    def items(self, user: User) -> Iterator[DeskItem]:
        for use in LinkUse.objects.broken():
            if use.thing:
                told = {"words": use.words, "place": use.place, "wrong": use.said}
                yield DeskItem(_("“%(words)s” (%(place)s): %(wrong)s") % told, use.broken_since, use.thing)
