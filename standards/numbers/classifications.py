"""Codes of subjects and of committees: ICS, CCS, the committees of SAC."""

import re

from django.utils.translation import gettext_lazy as _

from .codes import ICS_FIELDS
from .number import Family, Form

_COMMITTEE_LIKE = re.compile(
    r"(?:SAC[/ ])?TC ?(?P<tc>[0-9]{1,4})(?:[/ ]?SC ?(?P<sc>[0-9]{1,3}))?(?:[/ ]?WG ?(?P<wg>[0-9]{1,3}))?"
)


def _without_name(text: str) -> str:
    return re.sub(r"^(?:ICS|CCS)[ :]*(?=[A-Z0-9])", "", text.upper())


def _guessed_ics(text: str) -> str:
    found = re.fullmatch(r"([0-9]{2})[ .-]?([0-9]{3})(?:[ .-]?([0-9]{2}))?", _without_name(text))
    return ".".join(filter(None, found.groups())) if found else ""


def _committee(text: str) -> str:
    """Return the number of a committee as its parts apart: the national catalogue prints TC53SC3."""
    found = _COMMITTEE_LIKE.fullmatch(text.upper())
    if not found:
        return text
    return "/".join(["SAC", *(f"{name.upper()} {number}" for name, number in found.groupdict().items() if number)])


FORMS = (
    # The group is not always a multiple of ten: 29.035 (edition 7).
    Form(
        Family.ICS,
        re.compile(rf"(?P<field>{'|'.join(ICS_FIELDS)})(?:\.(?P<group>[0-9]{{3}})(?:\.(?P<subgroup>[0-9]{{2}}))?)?"),
        re.compile(r"ICS[ :]*[0-9]|[0-9]{2}\.[0-9]{3}(?:\.[0-9]{2})?$", re.IGNORECASE),
        _("An ICS code is written as 13.020.20, and begins with one of the forty fields of the classification."),
        tidied=_without_name,
        guess=_guessed_ics,
    ),
    # 24 letters, without I and O; in use are A00, J04, Y68.
    Form(
        Family.CCS,
        re.compile(r"(?P<field>[A-HJ-NP-Z])(?P<group>[0-9]{2}(?:/[0-9]{2})?)"),
        re.compile(r"CCS[ :]*[A-Z][ .]?[0-9]", re.IGNORECASE),
        _("A code of the Chinese classification is written as J04 or A00/09: a letter but I and O, and two figures."),
        tidied=_without_name,
    ),
    Form(
        Family.COMMITTEE,
        re.compile(
            r"(?P<body>SAC)/TC (?P<committee>[0-9]+)(?:/SC (?P<subcommittee>[0-9]+))?(?:/WG (?P<group>[0-9]+))?"
        ),
        re.compile(r"SAC[/ ]TC", re.IGNORECASE),
        _("A committee of SAC is written as SAC/TC 53 or SAC/TC 53/SC 3."),
        tidied=_committee,
    ),
)
