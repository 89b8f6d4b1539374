"""Numbers of what is announced: plan numbers of drafts, notices to the World Trade Organization."""

import re

from django.utils.translation import gettext_lazy as _

from .number import Family, Form

_SYMBOL_LIKE = re.compile(r"(?:G[/ ]?)?(TBT|SPS)[/ ]?N[/ ]?([A-Z]{2,4})[/ ]?0*([1-9][0-9]{0,4})((?:[/ ].*)?)")
_SUPPLEMENT_LIKE = re.compile(r"[/ ](Rev|Add|Corr|Suppl)[. ]*([1-9][0-9]?)", re.IGNORECASE)
_PLAN_LIKE = re.compile(r"((?:19|20)[0-9]{6})[ -]?([QTZ])[ -]?([0-9]{3})")


def _with_supplements(text: str) -> str:
    return re.sub(r"/(?:REV|ADD|CORR|SUPPL)\.", lambda found: found[0].title(), text.upper())


def _guessed_symbol(text: str) -> str:
    found = _SYMBOL_LIKE.fullmatch(text.upper())
    if not found:
        return ""
    series, member, number, rest = found.groups()
    supplements = _SUPPLEMENT_LIKE.sub(lambda one: f"/{one[1].title()}.{one[2]}", rest)
    return f"G/{series}/N/{member}/{number}{supplements}"


def _guessed_plan(text: str) -> str:
    found = _PLAN_LIKE.fullmatch(text.upper())
    return "-".join(found.groups()) if found else ""


FORMS = (
    # As the national catalogue prints it: 20260041-Q-339. Q is mandatory, T recommended, Z guidance; 469 is SAC.
    Form(
        Family.PLAN,
        re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<serial>[0-9]{4})-(?P<kind>Q|T|Z)-(?P<body>[0-9]{3})"),
        re.compile(r"(?:19|20)[0-9]{6}[ -]?[A-Z][ -]?[0-9]", re.IGNORECASE),
        _("A plan number is written as 20252537-T-469: the year, four figures, Q, T or Z, and who administers it."),
        tidied=str.upper,
        guess=_guessed_plan,
    ),
    # As the WTO's documents have it; a supplement belongs to the notice whose symbol it continues.
    Form(
        Family.WTO,
        re.compile(
            r"(?P<notice>G/(?P<series>TBT|SPS)/N/(?P<member>[A-Z]{2,4})/(?P<number>[1-9][0-9]{0,4}))"
            r"(?P<supplement>(?:/(?:Rev|Add|Corr|Suppl)\.[1-9][0-9]?){0,3})"
        ),
        re.compile(r"(?:G[/ ]?)?(?:TBT|SPS)[/ ]?N[/ ]", re.IGNORECASE),
        _("The symbol of a notice to the WTO is written as G/TBT/N/CHN/1234 or G/SPS/N/EU/12/Add.1."),
        tidied=_with_supplements,
        guess=_guessed_symbol,
    ),
)
