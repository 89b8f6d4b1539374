"""What the committee tells in the report on a phase: meetings, decisions taken, and what of them was done."""

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder

from sesec_portal.edtf.dates import parse
from sesec_portal.figures.sections import Line, Section, Told
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.punctuation import dash, in_brackets, listed
from sesec_portal.languages.records import bilingual
from sesec_portal.visibility.pages import public

from .models import Decision, MeetingPage, SteeringCommitteePage
from .models.disclosure import READABLE
from .models.status_log import StatusEntry


class Meetings(Section):
    """Meetings of the committee, with who came."""

    name = "meetings"
    heading = gettext_lazy("Meetings of the Steering Committee")
    number_of = gettext_lazy("Organisations that attended")

    def tell(self, period, user):
        meetings = MeetingPage.objects.for_listing().filter(period.on("held_earliest"), sample=False)
        found = shown_to_reader(meetings.order_by("held_earliest").prefetch_related("attendances"))
        lines = [_meeting(page) for page in found]
        return Told(ngettext("%(number)s meeting", "%(number)s meetings", len(lines)) % {"number": len(lines)}, lines)


def _meeting(page):
    attended = len(page.attendances.all()) or None
    return Line(page.shown.title, page.held.spelled_out(), page.venue, attended, page.shown.url, str(page.held))


class _Decisions(Section):
    """Decisions of which readers may know; to those who may open the register in the admin all of them."""

    def tell(self, period, user):
        in_full = any(user.has_perm(f"governance.{action}_decision") for action in ("view", "change"))
        known = Decision.objects.live() if in_full else Decision.objects.published()
        found = list(known.filter(sample=False).with_status().filter(self.of(period)).order_by("number"))
        page = next(iter(shown_to_reader(public(SteeringCommitteePage.objects.originals())[:1])), None)
        finder = AdminURLFinder(user)
        return Told(self.count(found), [self.line(decision, page, finder) for decision in found])

    def of(self, period):
        """Return the condition by which decisions belong to a period."""
        raise NotImplementedError

    def count(self, found):
        """Return in words how many there are."""
        raise NotImplementedError

    def line(self, decision, page, finder):
        is_readable = decision.disclosure in READABLE
        text = decision.public_text if is_readable else bilingual(decision, "wording")
        told = dash().join([text, str(decision.public_status)])
        if not is_readable:
            told += in_brackets(_("internal: not for readers"))
        rest = f"decisions/{decision.decided.earliest.year}/#decision-{decision.number}"
        place = f"{page.shown.url}{rest}" if page else ""
        url = place if is_readable else finder.get_edit_url(decision) or ""
        dated = self.day(decision)
        return Line(capfirst(str(decision)), dated.spelled_out(), told, url=url, dated=str(dated))

    def day(self, decision):
        """Return when it was."""
        return decision.decided


class DecisionsTaken(_Decisions):
    """What the committee decided in the period."""

    name = "decisions"
    heading = gettext_lazy("Decisions taken")

    def of(self, period):
        return period.on("decided_earliest")

    def count(self, found):
        kinds = [decision.kind for decision in found]
        each = [f"{label} {kinds.count(kind)}" for kind, label in Decision.Kind.choices if kind in kinds]
        numbers = ngettext("%(number)s decision", "%(number)s decisions", len(found)) % {"number": len(found)}
        return numbers + in_brackets(listed(each)) if found else ""


class MeasuresDone(_Decisions):
    """Decisions and measures that were carried out in the period, by their status logs."""

    name = "measures"
    heading = gettext_lazy("Decisions and measures done")

    def of(self, period):
        return Q(status_now=StatusEntry.Status.DONE) & period.on("status_day")

    def count(self, found):
        return ngettext("%(number)s done", "%(number)s done", len(found)) % {"number": len(found)}

    def day(self, decision):
        return parse(decision.status_day.isoformat())
