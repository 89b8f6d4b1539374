"""How a text prints its living facts: in the place of `<a linktype="fact" fact="phase">the present phase</a>`."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from django.db.models import Model
from wagtail.rich_text.rewriters import MultiRuleRewriter, extract_attrs

from sesec_portal.pagecache.memo import memoized_here

from .fact import fact_of

LINK_TYPE = "fact"
_ELEMENT = re.compile(rf'<a(\b[^>]*\blinktype="{LINK_TYPE}"[^>]*)>(.*?)</a>', re.DOTALL)
# What is bold stays bold, as long as all of it is.
_EMPHASIS = re.compile(r"((?:<\w[^>]*>)*)[^<]*((?:</\w+>)*)")


def facts_in(html: str) -> Iterator[tuple[str, str]]:
    """Yield the code and the key of each living fact that a text names, whether the portal has it or not."""
    for attributes, _words in _ELEMENT.findall(html):
        yield _named(attributes)


class PrintFacts:
    """A rewriter of rich text, as Wagtail's own are, for the whole element, the words in it too.

    The facts of a text ask each register once. A fact that the portal does not have prints nothing.
    """

    def __call__(self, html: str) -> str:
        with memoized_here():
            return _ELEMENT.sub(_put, html)

    def extract_references(self, html: str) -> Iterator[tuple[type[Model], str, str, str]]:
        """Yield what the facts of a text are asked of, as `wagtail.models.ReferenceIndex` keeps it."""
        for code, key in facts_in(html):
            fact = fact_of(code)
            if fact and (asked_of := fact.asked_of(key)):
                yield (*asked_of, "", "")


def before_links(get_rewriter: Callable[[], MultiRuleRewriter]) -> Callable[[], MultiRuleRewriter]:
    """Return what gets Wagtail's rewriter with PrintFacts in front of those for links and embedded things."""

    @cache
    def get_own() -> MultiRuleRewriter:
        return MultiRuleRewriter([PrintFacts(), *get_rewriter().rewriters])

    return get_own


def _named(attributes: str) -> tuple[str, str]:
    named = extract_attrs(attributes)
    return named.get("fact", ""), named.get("of", "")


def _put(element: re.Match[str]) -> str:
    code, key = _named(element[1])
    fact, emphasis = fact_of(code), _EMPHASIS.fullmatch(element[2])
    if not fact:
        return ""
    opened, closed = emphasis.groups() if emphasis else ("", "")
    return f"{opened}{fact.printed(key)}{closed}"
