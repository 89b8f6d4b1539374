"""Words in one language inside text that is marked as another (WCAG 2.2, 3.1.2)."""

import re

from bs4 import Comment, Doctype

from sesec_portal.languages.han import HAN_CHARACTER

# What makes words a sentence is what stands between them; a name has capitals: “DG Enterprise and Industry”.
_ENGLISH = re.compile(r"[A-Za-z’'-]+(?:[ ,]+[A-Za-z’'-]+){3,}")
_BETWEEN = set("the a an of and to in is are was for by with on that it as from".split())  # noqa: SIM905
_READ_OUT = ("alt", "aria-label", "placeholder", "title")
_SILENT = ("script", "style", "template")


def foreign_words(html):
    """Return the runs of text in this parsed page that a screen reader would speak in the wrong language.

    Chinese is any Han character outside `lang="zh…"`; a page's title cannot mark a part of itself, so it may hold
    some. English is four or more Latin words in a row inside `lang="zh…"`, some of them such as “the” or “of”, and
    some without a capital; so names like CEN or Betty Xu stay unmarked, as WCAG lets them.
    """
    found = []
    for element in html.find_all(True):
        if element.name in _SILENT:
            continue
        texts = [text for text in element.find_all(string=True, recursive=False) if not _unread(text)]
        texts += [element[name] for name in _READ_OUT if element.get(name)]
        found += [text.strip() for text in texts if _foreign(text, element)]
    return found


def _unread(text):
    return isinstance(text, Comment | Doctype)


def _language(element):
    marked = element if element.get("lang") else element.find_parent(lang=True)
    return marked["lang"] if marked else ""


def _foreign(text, element):
    if not _language(element).startswith("zh"):
        return element.name != "title" and bool(HAN_CHARACTER.search(text))
    return any(_is_sentence(run.group().replace(",", " ").split()) for run in _ENGLISH.finditer(text))


def _is_sentence(words):
    between = _BETWEEN.intersection(words)
    return bool(between) and any(word.islower() and word not in between for word in words)
