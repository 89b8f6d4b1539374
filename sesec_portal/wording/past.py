"""Dates that are over, told as if they were still to come: “will take place on 3 May 2024”."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d(?![\d/:-])"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\.?,?\s+{_YEAR}|(?:{_MONTH})\.?\s+\d{{1,2}},?\s+{_YEAR}"
    rf"|(?:{_MONTH})\.?\s+{_YEAR}|(?:19|20)\d\d-\d\d-\d\d|{_YEAR})"
)
_WILL = r"(?:will|shall|(?:is|are)\s+(?:going|due|planned|scheduled|expected|set|to)(?=\s))(?!\s+not\s+be\s+known)"
_ABOUT = (
    r"(?:(?:the|early|late|mid|spring|summer|autumn|winter|beginning|end|middle|first|second|third|fourth|half|"
    r"quarter|of|Q[1-4])[\s-]+)*"
)
_WHEN = r"(?:on|in|from|until|till|by|before|during|at|between|to)"
_RANGE = rf"{_DATE}(?:\s*(?:–|-|to|until|and)\s*{_DATE})?"
_DAYS = r"(?:\d{1,2}\s*(?:–|-|and|to)\s*)?"
_ENGLISH = re.compile(rf"\b{_WILL}\b(?P<between>[^.;:\n]*?)\b{_WHEN}\s+{_ABOUT}{_DAYS}(?P<date>{_RANGE})", re.I)
_BEFORE = re.compile(rf"^(?:On|In|From|By)\s+{_ABOUT}{_DAYS}(?P<date>{_RANGE}),?\s[^.;:\n]*?\b{_WILL}\b", re.I)
# What was “adopted in 2017”, and is not itself to come: no part of “be” stands before it.
_DONE = re.compile(
    r"(?:^|\s)(?P<first>\S+)\s+(?:\w+ed|held|made|signed|given|written|known|set|begun|in force)\s*$", re.I
)
_BEING = {"be", "been", "being", "and", "or", "also", "first", "formally", "officially", "then", "will", "have"}
_NAMED = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\b|\b(?P<month2>{_MONTH})\b(?:\.?\s+(?P<day2>\d{{1,2}})\b(?!\d))?",
    re.I,
)

_DATE_ZH = r"(?P<year>(?:19|20)\d\d)\s*年(?:\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号])?)?"
_TO_COME = r"(?:将会?|拟|计划|预计|预定|定)"
_HAPPENS = "(?:举行|召开|开始|启动|发布|结束|举办|生效|实施|施行|进行|完成|成立|出版|公布|于)"
_CHINESE = (
    re.compile(rf"{_TO_COME}(?:于|在|从|自|到|至|持续到|持续至|延续至)?\s*(?:[今本]?年?底前?)?{_DATE_ZH}"),
    re.compile(rf"{_DATE_ZH}(?!\s*的)[^，。；、的《“]{{0,12}}将(?:会|要|正式)?{_HAPPENS}"),
)


def told_as_future(sentence: str, language: str, day: date) -> Iterator[tuple[int, int]]:
    """Yield where a sentence tells as future what was over before a day: the first character, and the one after."""
    for pattern in _CHINESE if language == "zh" else (_ENGLISH, _BEFORE):
        for found in pattern.finditer(sentence):
            if language == "en" and _is_of_something_done(found):
                continue
            last = _last_day_zh(found) if language == "zh" else _last_day(found["date"])
            if last and last < day:
                yield found.span()


def _is_of_something_done(found: re.Match[str]) -> bool:
    between = found.groupdict().get("between") or ""
    done = _DONE.search(f"will{between}")
    return done is not None and done["first"].lower() not in _BEING


def _last_day(said: str) -> date | None:
    if iso := re.findall(r"(\d{4})-(\d\d)-(\d\d)", said):
        return _day(*map(int, iso[-1]))
    year = int(re.findall(r"(?:19|20)\d\d", said)[-1])
    named = list(_NAMED.finditer(said))
    if not named:
        return _day(year, 12, None)
    last = named[-1]
    number = last["day"] or last["day2"]
    return _day(year, _MONTHS[(last["month"] or last["month2"]).lower()], int(number) if number else None)


def _last_day_zh(found: re.Match[str]) -> date | None:
    return _day(int(found["year"]), int(found["month"] or 12), int(found["day"]) if found["day"] else None)


def _day(year: int, month: int, day: int | None) -> date | None:
    """Return a day, the last of its month where none is said; None for one that is in no calendar."""
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    return date(year, month, day or last) if not day or day <= last else None
