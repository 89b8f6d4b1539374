"""Acronyms that are words without weight when they are written small: IT, WHO, AT, US."""

import re

# The words of up to four letters that PostgreSQL leaves out of English texts, and “us”, which is another word.
_SMALL_WORDS = frozenset(
    """
    me my we our he him his she her it its they them what who whom this that am is are was were be been have has had do
    does did an the and but if or as of at by for with into to from up down in out on off over then once here when why
    how all any both each few more most some such no nor not only own same so than too very can will just don now us
    """.split()  # noqa: SIM905  a word a line would be eighty lines
)
_CAPITALS = re.compile(r"\b[A-Z]{2,4}\b")


def acronyms(text: str) -> list[str]:
    """Return the acronyms of a text that are such words, each in the form that the index keeps: “who0”."""
    return [marked(word) for word in dict.fromkeys(_CAPITALS.findall(text)) if word.lower() in _SMALL_WORDS]


def acronym(word: str) -> str:
    """Return the form that the index keeps of a word which is such an acronym; an empty text for any other word."""
    return marked(word) if _CAPITALS.fullmatch(word) and word.lower() in _SMALL_WORDS else ""


def marked(word: str) -> str:
    """Return the form that the index keeps of an acronym."""
    return f"{word.lower()}0"
