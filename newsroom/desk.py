"""What events need: a report, once they are over."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.models import EventPage
from sesec_portal.desk.rules import DeskItem, DeskRule
from sesec_portal.edtf.clock import day_of


class EventsWithoutReport(DeskRule):
    """Events that were announced here, took place, and have no report."""

    name = "events"
    heading = gettext_lazy("Past events without a report")
    urgency = 20

    def items(self, user):
        for event in EventPage.objects.live().originals().without_report():
            yield DeskItem(_("over, and no report is among its files"), day_of(event.over_at), event)
