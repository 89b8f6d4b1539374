"""The dates of a phase as one sentence."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext

from sesec_portal.edtf.dates import PartialDate
from sesec_portal.edtf.periods import from_to


def dates_of_phase(starts, planned_end, ends, write, attestations=()):
    """Return the dates of a phase (PartialDate or None) as a sentence of the active language.

    Arguments: `write`, which words a PartialDate: `spelled_out` for plain text, `marked_up` for a page; and what
    attests the phase, as Attestations in the order of time.
    """
    if not (starts or ends):
        if attestations:
            return gettext("Dates not recorded, attested %(time)s") % {"time": attested_from_to(attestations, write)}
        return gettext("Dates not recorded")
    if starts and planned_end and not ends:
        return gettext("%(starts)s, planned to end %(planned)s") % {
            "starts": write(starts),
            "planned": write(planned_end),
        }
    return from_to(starts, ends, write)


def attested_from_to(attestations: Sequence, write: Callable[[PartialDate], str]) -> str:
    """Return from when to when Attestations speak, in the order of time, as far as those times have come.

    Argument: `write`, as above.
    """
    first, last = attestations[0].date, max((one.last for one in attestations), key=lambda date: date.latest)
    return write(first) if first == last else from_to(first, last, write)
