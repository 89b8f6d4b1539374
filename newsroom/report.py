"""What the newsroom tells in the report on a phase: news, events with attendance, newsletter issues, publications."""

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from newsroom.models import EventPage, NewsPage, PublicationPage
from newsroom.models.event_timing import EventStatus
from sesec_portal.figures.sections import Line, Section, Told
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.punctuation import listed, sentences
from sesec_portal.moments.words import in_words


def _in_words(date):
    return date.spelled_out() if date else ""


class News(Section):
    """News by its own date."""

    name = "news"
    heading = gettext_lazy("News")

    def tell(self, period, user):
        found = shown_to_reader(NewsPage.objects.by_day().filter(period.on("date_earliest"), sample=False))
        lines = [
            Line(
                page.shown.title,
                _in_words(page.date),
                capfirst(page.get_kind_display()),
                url=page.shown.url,
                dated=str(page.date or ""),
            )
            for page in found
        ]
        return Told(ngettext("%(number)s item", "%(number)s items", len(lines)) % {"number": len(lines)}, lines)


class Events(Section):
    """Events that began in the period, with how many people came."""

    name = "events"
    heading = gettext_lazy("Events")
    number_of = gettext_lazy("People who attended")

    def tell(self, period, user):
        found = shown_to_reader(EventPage.objects.by_day().filter(period.at("starts_at"), sample=False))
        held = [event for event in found if event.status in {EventStatus.NOW, EventStatus.PAST}]
        counted = [event.attendance for event in held if event.attendance is not None]
        numbers = ngettext("%(number)s event held.", "%(number)s events held.", len(held)) % {"number": len(held)}
        people = ngettext(
            "Attendance is recorded for %(number)s: %(people)s people.",
            "Attendance is recorded for %(number)s of them: %(people)s people in all.",
            len(counted),
        )
        told = {"number": len(counted), "people": sum(counted)}
        attendance = people % told if counted else _("Attendance is recorded for none.")
        return Told(sentences(numbers, attendance) if held else numbers, [_event(event) for event in found])


def _event(event):
    status = "" if event.status is EventStatus.PAST else event.status.label
    registered = event.registered
    people = ngettext("%(number)s person registered", "%(number)s people registered", registered or 0)
    told = [event.get_kind_display(), status, "" if registered is None else people % {"number": registered}]
    words = capfirst(listed(filter(None, told)))
    when = event.starts
    return Line(event.shown.title, in_words(when), words, event.attendance, event.shown.url, str(when))


class _Publications(Section):
    of_kind = Q()

    def tell(self, period, user):
        # An issue without a date of publication stands where the period ends of which it tells, as in the lists.
        pages = PublicationPage.objects.by_day().filter(self.of_kind, period.on("listed_at"), sample=False)
        lines = [
            Line(
                page.shown.title,
                _in_words(page.issued),
                self.told_of(page),
                url=page.shown.url,
                dated=str(page.issued or ""),
            )
            for page in shown_to_reader(pages)
        ]
        numbers = ngettext("%(number)s published", "%(number)s published", len(lines)) % {"number": len(lines)}
        return Told(numbers, lines)

    def told_of(self, page):
        return capfirst(page.get_kind_display())


class Issues(_Publications):
    """Issues of the newsletter."""

    name = "issues"
    heading = gettext_lazy("Newsletter issues")
    of_kind = Q(kind=PublicationPage.Kind.NEWSLETTER)

    def told_of(self, page):
        return _("Issue %(number)s") % {"number": page.issue_number} if page.issue_number else ""


class OtherPublications(_Publications):
    """Reports, studies and translations."""

    name = "publications"
    heading = gettext_lazy("Reports, studies and translations")
    of_kind = ~Issues.of_kind
