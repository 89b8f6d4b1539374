"""What was probably meant by a number that is not written as Chinese standards are: GBT 123-2024, GB-T 123:2024."""

import re

from .codes import SHORT_SECTORS, SPECIAL

_LOOSE = re.compile(
    rf"(?:(?P<prefix>{'|'.join(SPECIAL)}|GB|DB ?[0-9]{{4}}(?![0-9])|DB ?[0-9]{{2}}(?![0-9])|{'|'.join(SHORT_SECTORS)})"
    r"(?:[ /.-]*(?P<kind>[TZ])(?![A-Z]))?|(?P<body>[TQ][ /-]?[A-Z][A-Z0-9]*?))"
    # A year alone is no number.
    r"(?:[ /.]*|[ /.-]*(?=[0-9.]+[ :/.-]+[0-9]{2,4}$))"
    r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,4}){0,2})"
    r"(?:[ :/.-]+(?P<year>(?:19|20)[0-9]{2}|[5-9][0-9]))?",
    re.IGNORECASE,
)


def guess(text: str) -> str:
    """Return what was probably meant by a normalised text, not yet looked at again; an empty text where nothing is."""
    found = _LOOSE.fullmatch(text)
    if not found:
        return ""
    year = found["year"] or ""
    # Only before 1995 are two figures a year.
    century = "19" if len(year) == 2 and year >= "95" else ""
    prefix = (found["prefix"] or re.sub(r"^([TQ])[ /-]?", r"\1/", found["body"], flags=re.IGNORECASE)).replace(" ", "")
    kind = f"/{found['kind']}" if found["kind"] else ""
    return f"{prefix}{kind} {found['number']}{f'-{century}{year}' if year else ''}"
