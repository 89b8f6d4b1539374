"""Numbers of ISO and IEC; the pattern was made by the samples of the library pubid."""

import re

from django.utils.translation import gettext_lazy as _

from .number import Family, Form

# CEI is the French name of IEC.
_BODIES = "(?:ISO|IEC|CEI|CISPR)(?:/(?:IEC|CEI|IEEE|ISO|CIE|ASTM|SAE|IDF|HL7|OIML|CISPR))*"
_STAGES = "NP|AWI|PWI|WD|CD|CDV|DIS|FDIS|PRF"
_TYPES = "P?D?TR|P?D?TS|D?PAS|Guide|ISP|R|TTA"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?:-[0-9]{2})?"
_SUPPLEMENT = (
    rf"[+/](?:(?:{_STAGES}) )?(?:[FPDC]{{0,3}}(?:Amd|AMD|AM|Cor|COR)|Suppl|Add) ?[0-9]{{1,3}}(?:\.[0-9]{{1,2}})*"
    r"(?::(?:19|20)[0-9]{2}(?:-[0-9]{2})?)?"
)
_ISO = re.compile(
    rf"(?:(?P<body>{_BODIES})(?:[ /](?P<stage>{_STAGES}))?(?:[ /](?P<type>{_TYPES}))?"
    rf"|(?:(?P<stage_of_agreement>{_STAGES}) )?(?P<agreement>IWA))"
    rf" (?P<number>[0-9]{{1,6}}(?:-[0-9A-Z]+)*)(?P<iteration>\.[0-9])?(?::{_YEAR})?"
    rf"(?P<supplement>(?:{_SUPPLEMENT})*)(?P<edition> (?:CSV|RLV|E[Dd] ?[0-9]{{1,2}}(?:\.[0-9])?))?"
    r"(?P<languages>\((?:[a-z]{2}|[A-Z])(?:[,/](?:[a-z]{2}|[A-Z]|other))*\))?"
)


def _tidied(text: str) -> str:
    text = re.sub(rf"^{_BODIES}(?![A-Z])", lambda found: found[0].upper(), text, flags=re.IGNORECASE)
    text = re.sub(rf"^({_BODIES})(?=[0-9])", r"\1 ", text)
    text = re.sub(r"(?<=[ /])GUIDE(?= )", "Guide", text, flags=re.IGNORECASE)
    # Amd.1 is Amd 1, and Ed.2 is Ed 2.
    return re.sub(r"(?<=[/+ ])([A-Za-z]+)\.(?=[0-9])", r"\1 ", text)


def _guess(text: str) -> str:
    return re.sub(r"[ ,/(]+((?:19|20)[0-9]{2})\)?$", r":\1", text.upper())


FORMS = (
    Form(
        Family.ISO,
        _ISO,
        re.compile(rf"{_BODIES}(?:[ /](?:{_STAGES}|{_TYPES}))* ?[0-9]", re.IGNORECASE),
        _(
            "An international standard is written as ISO 20072:2010, ISO/IEC 27001:2022 or "
            "ISO/IEC 10646:2017/Amd 2:2019."
        ),
        tidied=_tidied,
        guess=_guess,
    ),
)
