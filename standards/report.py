"""What the watch on standards tells in the report on a phase: calls for comments, with what came of them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sesec_portal.figures.sections import Line, Section, Told
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.languages.punctuation import in_brackets, sentences
from sesec_portal.moments.words import in_words

from .models import CallPage


class Calls(Section):
    """Calls that opened or closed in the period."""

    name = "calls"
    heading = gettext_lazy("Calls for comments")

    def tell(self, period, user):
        in_period = period.at("opens_at") | period.at("deadline_at")
        found = shown_to_reader(CallPage.objects.by_day().filter(in_period, sample=False))
        outcomes = sum(bool(call.outcome) for call in found)
        numbers = ngettext("%(number)s call.", "%(number)s calls.", len(found)) % {"number": len(found)}
        known = ngettext("The outcome of %(number)s is recorded.", "The outcomes of %(number)s are recorded.", outcomes)
        told = known % {"number": outcomes} if outcomes else _("No outcome is recorded.")
        return Told(sentences(numbers, told) if found else "", [_line(call) for call in found])


def _line(call):
    moment = call.deadline or call.opens
    if call.deadline:
        when = _("closes %(moment)s") % {"moment": in_words(moment, is_end=True)}
    else:
        when = _("opens %(moment)s") % {"moment": in_words(moment)}
    return Line(call.shown.title, when, _outcome(call), url=call.shown.url, dated=str(moment))


def _outcome(call):
    if not call.outcome:
        return _("No outcome recorded") if call.is_over else str(call.status.label)
    dated = in_brackets(call.outcome_date.spelled_out()) if call.outcome_date else ""
    return f"{call.shown.outcome or call.outcome}{dated}"
