"""What became public of the committee's registers: terms of office that began or ended, and decisions."""

from django.db.models import DateTimeField, F
from django.db.models.functions import Cast, Greatest
from django.utils.translation import gettext as _

from partners.models import PartnerPage
from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.feed_entries import LATEST, FeedEntry, readable_since
from sesec_portal.edtf.clock import today
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.visibility.pages import public

from .models import Decision, SteeringCommitteePage, TermOfOffice


def terms_of_office():
    """Return the latest terms of office that began or ended; none that is made up.

    As on the committee's page a term is told of from the first day that its start can mean, and that it ended once
    the last day that its end can mean is over. One whose start nobody recorded is told of when it ends.
    """
    page = _committee_page()
    if not page:
        return []
    shown = TermOfOffice.objects.filter(seat__partner__in=public(PartnerPage.objects), sample=False)
    shown = shown.exclude(holder__sample=True).select_related("holder", "seat__partner")
    begun = _latest(shown.filter(starts_earliest__lte=today()), "start_recorded_at", "starts_earliest")
    ended = _latest(shown.filter(ends_latest__lt=today()), "end_recorded_at", "ends_latest")
    return [
        *(_begun(term, page) for term in begun),
        *(_ended(term, page) for term in ended),
    ]


def decisions():
    """Return the decisions and measures that became known last, as far as they are public; none that is made up."""
    page = _committee_page()
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


def _committee_page():
    """Return the full address of the page that shows the registers; None where none is published."""
    return next(
        (absolute(page.shown.url) for page in shown_to_reader(SteeringCommitteePage.objects.for_listing())), None
    )


def _latest(terms, recorded_at, day):
    dated = terms.exclude(**{recorded_at: None})
    return dated.order_by(Greatest(F(recorded_at), Cast(day, DateTimeField())).desc(), "-pk")[:LATEST]


def _begun(term, page):
    text = _("%(seat)s’s seat on the Steering Committee: %(what)s from %(date)s")
    since = readable_since(term.start_recorded_at, term.starts.earliest)
    return _change(f"term/{term.pk}/begun", term, since, text, term.starts, page)


def _ended(term, page):
    text = _("%(seat)s’s seat on the Steering Committee: %(what)s until %(date)s")
    since = readable_since(term.end_recorded_at, term.ends.latest, days_later=1)
    return _change(f"term/{term.pk}/ended", term, since, text, term.ends, page)


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
