"""What texts print of the calls for comments that are open at this instant; as of another day they tell nothing."""

from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sesec_portal.edtf import clock
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.living_facts.fact import LivingFact, marked
from sesec_portal.moments.words import marked_up
from sesec_portal.pagecache.boundaries import era
from sesec_portal.pagecache.memo import once_per_generation

from .models import CallPage


class _OfNextCall(LivingFact):
    nothing = _("none on record")

    def value(self, key):
        call = None if clock.is_asked() else _closing_next(get_language(), era())
        return marked(self.told_of(call), is_sample=call.sample) if call else None

    def told_of(self, call):
        raise NotImplementedError


class NextDeadline(_OfNextCall):
    """The deadline, as announced and in the time of the portal's readers."""

    code = "next-deadline"
    words = _("the next deadline for comments")

    def told_of(self, call):
        return marked_up(call.deadline, is_end=True)


class NextCall(_OfNextCall):
    """The call that closes next, linked to its page."""

    code = "next-call"
    words = _("the call for comments that closes next")

    def told_of(self, call):
        return format_html('<a href="{}">{}</a>', call.shown.url, call.shown.title)


@once_per_generation
def _closing_next(language, era):
    calls = shown_to_reader(CallPage.objects.by_day().open()[:1], language)
    return calls[0] if calls else None
