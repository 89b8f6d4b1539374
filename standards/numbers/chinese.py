"""Numbers of Chinese standards: national, of sectors, of provinces, of associations, of enterprises.

Without /T a standard is mandatory, /T recommends, /Z guides; amendments have a suffix: GB 20891-2014/XG1-2020. Sources:
the national catalogue (std.samr.gov.cn), the samples of the library pubid, the lists of gb-agencies.
"""

import re
from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .chinese_guesses import guess
from .codes import PROVINCES, SECTORS, SHORT_SECTORS, SPECIAL
from .number import Family, Form

_YEAR_OF_THE_LAW = 2018

_NUMBER = r"(?P<number>[0-9]{1,6})(?:\.(?P<part>[0-9]{1,4})(?:\.(?P<subpart>[0-9]{1,3}))?)?"
# Two figures are a year before 1995 alone.
_YEAR = r"(?:-(?P<year>(?:19|20)[0-9]{2}|[5-8][0-9]|9[0-4]))?"
_AMENDMENT = r"(?:/XG(?P<amendment>[0-9]{1,2})-(?P<amendment_year>(?:19|20)[0-9]{2}))?"
_NUMBERED = f"{_NUMBER}{_YEAR}{_AMENDMENT}"
_KIND = "(?:/(?P<kind>T|Z))?"
# Behind a prefix: figures or nothing. A word behind it makes it the name of something else.
_GOES_ON = r"(?:[ /.-]*[0-9]|[ /.-]*$)"


def _tidied(text: str) -> str:
    text = re.sub(r"^GBN(?![A-Z])", "GBn", text.upper())
    text = re.sub(r"^DB (?=[0-9]{2}(?:[0-9]{2})?[/ ])", "DB", text)
    return re.sub(r"^((?!DB[0-9]|[TQ]/)[A-Za-z]+(?:/[TZ])?|DB[0-9]+/[TZ])(?=[0-9])", r"\1 ", text)


def _warnings_of_sector(parts: Mapping[str, str]) -> Iterator[str | Promise]:
    if parts["prefix"] not in SECTORS:
        yield format_lazy(_("{code} is not a code of a sector that the portal knows."), code=parts["prefix"])
    yield from _warnings_of_mandatory(parts)


def _warnings_of_mandatory(parts: Mapping[str, str]) -> Iterator[str | Promise]:
    if int(parts.get("year", 0)) > _YEAR_OF_THE_LAW and "kind" not in parts:
        yield _("Since 2018 new mandatory standards are national, with few exceptions: is /T or /Z missing?")


def _form(family: Family, pattern: str, claim: str, sentence: Promise, **more: object) -> Form:
    claims = re.compile(claim, re.IGNORECASE)
    return Form(family, re.compile(pattern), claims, sentence, tidied=_tidied, guess=guess, **more)


FORMS = (
    # GBZ, occupational health, is not GB/Z.
    _form(
        Family.SPECIAL,
        rf"(?P<prefix>{'|'.join(SPECIAL)})(?:/(?P<kind>(?<=GBZ/)T|(?<=GJB/)Z))?"
        rf" (?:(?P<series>(?<=GSB )[0-9]{{2}})-)?{_NUMBERED}",
        rf"(?:{'|'.join(SPECIAL)})(?:[ /.-]*[TZ])?{_GOES_ON}",
        _("A standard of this kind is written as GBZ 2.1-2019, GBZ/T 300.1-2017, GBJ 16-87 or GSB 05-1426-2001."),
    ),
    _form(
        Family.NATIONAL,
        rf"(?P<prefix>GB){_KIND} {_NUMBERED}",
        rf"GB(?:[ /.-]*[TZ])?{_GOES_ON}",
        _(
            "A national standard is written as GB/T 20223-2006, GB 4706.1-2005 or GB/Z 123-2008; "
            "a year has two figures before 1995 alone."
        ),
    ),
    # DB with figures is a province, or a city in it; DB alone is seismology.
    _form(
        Family.LOCAL,
        rf"(?P<prefix>DB)(?P<region>(?:{'|'.join(PROVINCES)})(?:[0-9]{{2}})?){_KIND} {_NUMBERED}",
        r"DB ?[0-9]{2}(?:[0-9]{2})?[/ ]|DB[0-9]",
        _(
            "A local standard is written as DB31/T 1234-2020 or DB4403/T 489-2024: behind DB stands the code of a "
            "province, or of a city in it."
        ),
        warnings=_warnings_of_mandatory,
    ),
    _form(
        Family.SECTOR,
        rf"(?P<prefix>{'|'.join(SECTORS)}){_KIND} {_NUMBERED}",
        rf"(?:{'|'.join(SHORT_SECTORS)})[ /.-]*[TZ]{_GOES_ON}",
        _("A standard of a sector is written as JB/T 13368-2018 or HB/Z 12-2010."),
        warnings=_warnings_of_sector,
    ),
    # Of a code that nobody knows /T and /Z tell; without them it may be foreign: BS 5750-1979.
    _form(
        Family.SECTOR,
        rf"(?P<prefix>[A-Z]{{2,3}})/(?P<kind>T|Z) {_NUMBERED}",
        r"(?!)",
        "",
        warnings=_warnings_of_sector,
    ),
    _form(
        Family.GROUP,
        r"(?P<prefix>T)/(?P<body>[A-Z][A-Z0-9]{1,11}(?:-[A-Z]{1,3})?) (?P<number>[0-9]{1,6}(?:\.[0-9]{1,3}){0,2})"
        rf"(?:-(?P<year>20[0-9]{{2}}))?{_AMENDMENT}",
        r"T/[A-Z]",
        _("A standard of an association is written as T/GZAEPI 001-2018: behind T/ stands its abbreviation."),
    ),
    _form(
        Family.ENTERPRISE,
        r"(?P<prefix>Q)/(?P<body>[A-Z0-9]{2,10}) (?P<number>[0-9A-Z]{1,12}(?:\.[0-9A-Z]{1,4}){0,3})"
        r"(?:-(?P<year>(?:19|20)[0-9]{2}))?",
        r"Q/[A-Z]",
        _("A standard of an enterprise is written as Q/ABC 123-2020: behind Q/ stands its abbreviation."),
    ),
)
