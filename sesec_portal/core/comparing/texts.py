"""Rich text in words, a paragraph to a line, with the aims of its links and its living facts as they are now."""

import re

from bs4 import BeautifulSoup, Tag
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.rich_text import features

from sesec_portal.languages.punctuation import in_brackets
from sesec_portal.living_facts.fact import fact_of
from sesec_portal.living_facts.printing import LINK_TYPE

from .names import name_of

_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
_LINES = ["p", "h2", "h3", "h4", "li", "hr", "blockquote"]


def words_of_rich_text(html: str) -> str:
    """Return a text as an editor reads it, without its markup."""
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.find_all("a"):
        link.replace_with(_words_of_link(link))
    for thing in soup.find_all("embed"):
        thing.replace_with(str(thing.get("alt") or thing.get("url") or ""))
    for pause in soup.find_all("br"):
        pause.replace_with("\n")
    for line in soup.find_all(_LINES):
        if line.name == "li":
            line.insert(0, "– ")
        line.append("\n")
    return "\n".join(line.strip() for line in soup.get_text().splitlines() if line.strip())


def form_of(html: str) -> str:
    """Return a text without the keys that the editor gives to its lines when it is saved there for the first time."""
    return _BLOCK_KEY.sub("", html)


def _words_of_link(link: Tag) -> str:
    words, kind = link.get_text(), str(link.get("linktype", ""))
    if kind == LINK_TYPE:
        return _words_of_fact(words, str(link.get("fact", "")), str(link.get("of", "")))
    handler = features.get_link_types().get(kind)
    aim = name_of(handler.get_model(), link.get("id")) if handler and link.get("id") else link.get("href", "")
    return f"{words}{in_brackets(f'→ {aim}')}" if aim else words


def _words_of_fact(words: str, code: str, key: str) -> str:
    fact = fact_of(code)
    if not fact:
        return words
    return _("%(fact)s = %(now)s") % {"fact": fact.words_for(key), "now": strip_tags(fact.printed(key))}
