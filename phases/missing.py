"""What readers look for in a phase, and nobody recorded."""

from django.utils.translation import gettext

from phases.status import Status


def missing_from(page, team):
    """Return what is not recorded of a phase that has begun, in words of the active language.

    Arguments: the page that tells of the phase, and the members of its team.
    """
    phase = page.original
    if phase.status is Status.PLANNED:
        return []
    facts = [
        (gettext("start"), phase.starts),
        (gettext("end"), phase.ends or phase.is_running),
        (gettext("project leader"), phase.leader_id),
        (gettext("roles of the partners"), phase.participations.all()),
        (gettext("expert"), any(member.office == member.Office.EXPERT for member in team)),
        (gettext("objectives"), page.objectives),
        (gettext("results"), page.achievements or phase.is_running),
        (gettext("terms of reference"), phase.terms_of_reference),
    ]
    return [fact for fact, known in facts if not known]
