"""What became public of the committee's registers: terms of office that began or ended, and decisions."""

from django.db.models import DateTimeField, F
from django.db.models.functions import Cast, Greatest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partners.models import PartnerPage
from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.feed_entries import LATEST, FeedEntry, readable_since
from sesec_portal.edtf.clock import today
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import public

from .models import Decision, SteeringCommitteePage, TermOfOffice


def terms_of_office():
    """Return the latest terms of office that began or ended; none that is made up.

    As on the committee's page a term is told of from the first day that its start can mean, and that it ended once
    the last day that its end can mean is over. One whose start nobody recorded is told of when it ends.
    """
    page = _committee_page(get_language())
    if not page:
        return []
    shown = TermOfOffice.objects.filter(seat__live=True, seat__partner__in=public(PartnerPage.objects), sample=False)
    shown = shown.exclude(holder__sample=True).select_related("holder", "seat__partner")
    begun = _latest(shown.filter(starts_earliest__lte=today()), "start_recorded_at", "starts_earliest")
    ended = _latest(shown.filter(ends_latest__lt=today()), "end_recorded_at", "ends_latest")
    return [
        *(_begun(term, page) for term in begun),
        *(_ended(term, page) for term in ended),
    ]


def decisions():
    """Return the decisions and measures that became known last, as far as they are public; none that is made up."""
    page = _committee_page(get_language())
    if not page:
        return []
    disclosed = Decision.objects.published().filter(sample=False).exclude(disclosed_at=None)
    return [
        FeedEntry(
            key=f"decision/{decision.pk}",
            moment=decision.disclosed_at,
            title=_decision_title(decision),
            summary=decision.public_text,
            address=f"{page}decisions/{decision.decided.earliest.year}/#decision-{decision.number}",
        )
        for decision in disclosed.order_by("-disclosed_at", "-pk")[:LATEST]
    ]


@once_per_generation
def _committee_page(language):
    """Return the full address of the page that shows the registers in a language; None where none is published."""
    pages = shown_to_reader(SteeringCommitteePage.objects.for_listing(), language)
    return next((absolute(page.shown.url) for page in pages), None)


def _latest(terms, recorded_at, day):
    dated = terms.exclude(**{recorded_at: None})
    return dated.order_by(Greatest(F(recorded_at), Cast(day, DateTimeField())).desc(), "-pk")[:LATEST]


def _begun(term, page):
    text = _("%(seat)s’s seat on the Steering Committee: %(what)s from %(date)s")
    since = readable_since(_published(term, term.start_recorded_at), term.starts.earliest)
    return _change(f"term/{term.pk}/begun", term, since, text, term.starts, page)


def _ended(term, page):
    text = _("%(seat)s’s seat on the Steering Committee: %(what)s until %(date)s")
    since = readable_since(_published(term, term.end_recorded_at), term.ends.latest, days_later=1)
    return _change(f"term/{term.pk}/ended", term, since, text, term.ends, page)


def _published(term, recorded_at):
    """Return the moment since when readers know what was recorded: of a seat that was drafted, its publication."""
    return max(recorded_at, term.seat.first_published_at or recorded_at)


def _change(key, term, since, text, date, page):
    if not term.holder:
        what, who = _("vacant"), _("Nobody holds the seat.")
    else:
        what = _("alternate’s term") if term.alternate else _("term")
        name = term.holder.published_name
        who = _("Held by %(name)s.") % {"name": name} if name else _("The name is not published.")
    title = text % {"seat": term.seat.partner.acronym, "what": what, "date": date.spelled_out()}
    return FeedEntry(key=key, moment=since, title=title, summary=who, address=f"{page}#seats")


def _decision_title(decision):
    facts = {"kind": decision.get_kind_display(), "number": decision.number, "date": decision.decided.spelled_out()}
    return _("Steering Committee: %(kind)s No %(number)s, %(date)s") % facts
