"""Numbers of CEN, CENELEC and ETSI; the patterns were made by the samples of the library pubid."""

import re

from django.utils.translation import gettext_lazy as _

from .number import Family, Form

_ADOPTED = r"(?: (?:ISO|IEC)(?:/(?:IEC|IEEE|ASTM|TS|TR|CIE))*)"
_GUIDES_BY = "CEN|CLC|CENELEC|CEN/CLC|CEN/CENELEC|CEN/CLC/ETSI|CEN-CLC|CEN-CENELEC"
_SUPPLEMENT = (
    r"[+/](?:(?:pr|Fpr)?(?:A[0-9]{1,2}|AA|AC[0-9]?|C[0-9])|Amd [0-9]{1,2})(?::(?:19|20)[0-9]{2}(?:-[0-9]{2})?)?"
)
_CEN = re.compile(
    rf"(?P<stage>pr|Fpr)?(?P<body>EN|HD|ENV|ENV/ENV|ES|CWA|CR|(?:CEN|CLC|CEN/CLC)/(?:TS|TR)|(?:{_GUIDES_BY}) Guide)"
    # CENELEC's harmonization documents have figures with points, and sections: HD 629.1 S3:2019.
    rf"(?P<adopted>{_ADOPTED})? (?P<number>[0-9]{{1,6}}(?:\.[0-9]+)*(?:-[0-9A-Z]+)*(?: S[0-9])?)"
    rf"(?::(?P<year>(?:19|20)[0-9]{{2}}))?(?P<supplement>(?:{_SUPPLEMENT})*)"
)
_TYPES = "EN|ES|EG|TS|TR|SR|GS|GR|ETS|I-ETS|ETR|TBR|TCRTR|GTS|NET|TCTR"
_ETSI = re.compile(
    rf"(?P<body>ETSI) (?P<type>{_TYPES})(?: (?P<group>(?![0-9]+[ -])[A-Za-z0-9]{{2,5}}(?:/[A-Z0-9]+)?))?"
    r"[ -](?P<number>[0-9A-Z]{2,4}(?:[ .][0-9]{2,3})?(?:-[0-9A-Z]+)*)(?P<supplement>(?:/[AC][0-9])*)"
    r"(?: (?:V(?P<version>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2})|ed\.(?P<edition>[0-9]+)))?"
    r"(?: \((?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])\))?"
)
# A version, and perhaps its month, with signs of its own: 3.2.1 2021/03.
_VERSION_LIKE = re.compile(r"[ ,]+V?([0-9]+\.[0-9]+\.[0-9]+)(?:[ ,]*\(?((?:19|20)[0-9]{2})[-/.]([0-9]{2})\)?)?$", re.I)


def _cen(text: str) -> str:
    text = re.sub(r"^((?:F?pr)?(?:EN|HD|ENV|CWA|CR|ES))(?=[0-9])", r"\1 ", text, flags=re.IGNORECASE)
    head, blank, rest = text.partition(" ")
    stage, body = re.fullmatch(r"((?:F?pr(?=[EHC]))?)(.*)", head, re.IGNORECASE).groups()
    rest = re.sub(r"^GUIDE(?= )", "Guide", rest)
    return f"{stage.lower().replace('f', 'F')}{body.upper()}{blank}{rest}"


def _guessed_cen(text: str) -> str:
    text = re.sub(r" \([^()]*\)$", "", text)
    text = re.sub(r" (?:ISO|IEC)(?=[ /0-9])", lambda found: found[0].upper(), text, flags=re.IGNORECASE)
    text = re.sub(r"( ISO| IEC)(?=[0-9])", r"\1 ", text)
    return re.sub(r"[ ,/(]+((?:19|20)[0-9]{2})\)?$", r":\1", text)


def _etsi(text: str) -> str:
    # European standards of ETSI are often printed without its name: EN 301 549.
    text = re.sub(r"^EN(?= 3[0-9]{2} [0-9]{3}(?![0-9]))", "ETSI EN", text, flags=re.IGNORECASE)
    text = re.sub(rf"^ETSI (?:{_TYPES})(?= )", lambda found: found[0].upper(), text, flags=re.IGNORECASE)
    return re.sub(r" v(?=[0-9])", " V", re.sub(r"^(ETSI [A-Z]+ [0-9]{3})(?=[0-9]{3}(?![0-9]))", r"\1 ", text))


def _guessed_etsi(text: str) -> str:
    return _VERSION_LIKE.sub(lambda found: f" V{found[1]}" + (f" ({found[2]}-{found[3]})" if found[2] else ""), text)


FORMS = (
    Form(
        Family.ETSI,
        _ETSI,
        re.compile(rf"ETSI (?:{_TYPES})[ -]?[0-9]|EN 3[0-9]{{2}} [0-9]{{3}}(?![0-9])", re.IGNORECASE),
        _("A standard of ETSI is written as ETSI EN 301 549 V3.2.1 (2021-03)."),
        tidied=_etsi,
        guess=_guessed_etsi,
    ),
    Form(
        Family.CEN,
        _CEN,
        re.compile(
            r"(?:F?pr)?(?:EN|ENV|CWA)(?: ?[0-9]| (?:ISO|IEC)[ /0-9])|(?:CEN|CLC|CEN/CLC)/(?:TS|TR)(?: ?[0-9]|$)",
            re.IGNORECASE,
        ),
        _(
            "A European standard is written as EN 12464-1:2011, prEN 13241-1:2013, EN ISO 14090:2019 or "
            "CEN/TS 17638:2021."
        ),
        tidied=_cen,
        guess=_guessed_cen,
    ),
)
