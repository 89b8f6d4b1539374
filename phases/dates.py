"""The dates of a phase as one sentence."""

from django.utils.translation import gettext

from sesec_portal.edtf.periods import from_to


def dates_of_phase(starts, planned_end, ends, write):
    """Return the dates of a phase (PartialDate or None) as a sentence of the active language.

    Argument: `write`, which words a PartialDate: `spelled_out` for plain text, `marked_up` for a page.
    """
    if not (starts or ends):
        return gettext("Dates not recorded")
    if starts and planned_end and not ends:
        return gettext("%(starts)s, planned to end %(planned)s") % {
            "starts": write(starts),
            "planned": write(planned_end),
        }
    return from_to(starts, ends, write)
