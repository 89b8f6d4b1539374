"""How readers find the committee's registers: decisions by number and text, sectors, and who holds a seat."""

from django.db.models import F
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.finding import Place
from sesec_portal.core.facets import Facets, span_of
from sesec_portal.core.sources import any_sample
from sesec_portal.languages.punctuation import in_brackets, listed
from sesec_portal.languages.records import bilingual
from sesec_portal.search.records import Description, SearchedRecords
from sesec_portal.visibility.pages import public

from .models import Decision, PriorityItem, PriorityRevisionPage, Seat, Sector, SteeringCommitteePage, TermOfOffice
from .models.year_archive import MOST


def decisions():
    """Return how decisions and measures are found: in the words that are public at their level of disclosure."""
    many = gettext_lazy("Decisions and measures")
    return SearchedRecords(
        "decision",
        Decision,
        gettext_lazy("Decision or measure"),
        many,
        Decision.objects.published,
        _decision,
        order=45,
        counts_all=False,
    )


def sectors():
    """Return how sectors are found: on the latest list of priorities that has them."""
    return SearchedRecords(
        "sector", Sector, gettext_lazy("Sector"), gettext_lazy("Sectors"), Sector.objects.live, _sector, order=55
    )


def seats():
    """Return how seats are found: by their partner, and by the name of everybody who held them and may be named."""
    return SearchedRecords(
        "seat",
        Seat,
        gettext_lazy("Committee seat"),
        gettext_lazy("Committee seats"),
        Seat.objects.for_listing,
        _seat,
        order=50,
    )


def place_of(person):
    """Return the Place of a Person: the seats of the committee; None for who holds none and stands in for nobody."""
    seats, page = Seat.objects.for_listing(), _committee()
    terms = TermOfOffice.objects.filter(holder=person, seat__in=seats).select_related("seat__partner")
    acronyms = dict.fromkeys(term.seat.partner.acronym for term in terms)
    if not page or not acronyms:
        return None
    offices = _("Steering Committee, seat of %(partners)s") % {"partners": listed(acronyms)}
    return Place(page, offices, "#seats")


def _decision(decision):
    listed = Decision.objects.for_listing().filter(pk=decision.pk).first()
    page, rest = place_of_decision(decision)
    if not listed or not page:
        return None
    kind = listed.get_kind_display()
    words = [kind, _("decision"), str(listed.number), _("past due, overdue, late") if listed.is_overdue else ""]
    return Description(
        title=_("No %(number)s: %(kind)s") % {"number": listed.number, "kind": kind},
        page=page,
        rest=rest,
        summary=listed.public_text,
        words=" ".join(words),
        facets=Facets(
            {"partner": {listed.owner_id} - {None}}, [span_of(listed.decided, listed.decided)], listed.sample
        ),
    )


def place_of_decision(decision):
    """Return the page that prints a decision and what follows its address: its year, or its meeting if that is cut."""
    page, anchor = _committee(), f"#decision-{decision.number}"
    year = decision.decided_earliest and decision.decided_earliest.year
    of_year = Decision.objects.published().newest_first().filter(decided_earliest__year=year)
    if page and year and decision.pk in of_year.values_list("pk", flat=True)[:MOST]:
        return page, f"decisions/{year}/{anchor}"
    meeting = decision.meeting
    return (meeting, anchor) if meeting and meeting.live else (page, "")


def _seat(seat):
    page = _committee()
    if not page:
        return None
    terms = [term for term in seat.terms.all() if term.holder and term.holder.may_be_named]
    return Description(
        title=_("Seat of %(partner)s on the Steering Committee") % {"partner": seat.partner.acronym},
        page=page,
        rest=f"#{seat.anchor}",
        summary=listed(f"{term.public_holder}{in_brackets(term.dates_in_words)}" for term in terms),
        words=" ".join([seat.partner.full_name, _("member, representative, who sits on, who held")]),
        facets=Facets(
            {"partner": {seat.partner_id}}, [span_of(term.starts, term.ends) for term in terms], any_sample(terms)
        ),
    )


def _sector(sector):
    lists = public(PriorityRevisionPage.objects.originals())
    places = PriorityItem.objects.filter(sector=sector, revision__in=lists).select_related("revision", "sector")
    latest = places.order_by(F("revision__adopted_earliest").desc(nulls_last=True), "-revision__number").first()
    if not latest:
        return None
    return Description(
        title=capfirst(latest.shown_name),
        page=latest.revision,
        summary=bilingual(latest, "rationale"),
        names=sector.names_ever,
        facets=Facets({"topic": {sector.pk}}, sample=any_sample([sector, latest.revision])),
    )


def _committee():
    return public(SteeringCommitteePage.objects.originals()).first()
