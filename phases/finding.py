"""Where readers find people who work, or worked, for a phase: on their own page, or on its page."""

from operator import attrgetter

from django.utils.translation import gettext as _

from partners.finding import Place
from sesec_portal.visibility.pages import public

from .models import ExpertPage, PhasePage, TeamMember


def place_of(person):
    """Return the Place of a Person: the own page, or that of the latest phase; None for nobody's team."""
    members = TeamMember.objects.filter(person=person, phase__in=public(PhasePage.objects.originals())).select_related(
        "phase"
    )
    latest = max(members, key=attrgetter("phase.place_in_time"), default=None)
    if latest is None:
        return None
    offices = _("%(office)s, %(phase)s") % {"office": latest.get_office_display(), "phase": latest.phase.title}
    own = public(ExpertPage.objects.originals()).filter(person=person).first()
    return Place(own or latest.phase, offices)
