"""Pages by the address they have in `content/`: links to them, and redirects from the former website to them.

Terms of the glossary are marked in texts by their codes.
"""

import re
from collections.abc import Iterable

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from standards.models import Term

from .texts import Entry, Words

_LINK = re.compile(r'href="(page|term|fact):([\w/-]*)"')


def linked(home: Page, blocks: Iterable[Entry]) -> list[Entry]:
    """Return a body whose links of the form `page:phases/sesec-iv` name the page itself, which may be renamed later.

    Those of the form `term:sac` name the term; those of the form `fact:phase` become living facts.
    """

    def link(found: re.Match[str]) -> str:
        kind, address = found.groups()
        if kind == "fact":
            return f'linktype="fact" fact="{address}"'
        aim = _page_at(home, address) if kind == "page" else Term.objects.get(code=address)
        return f'linktype="{kind}" id="{aim.pk}"'

    def linking(words: Words) -> Words:
        if isinstance(words, dict):
            return {language: _LINK.sub(link, text) for language, text in words.items()}
        return _LINK.sub(link, words or "")

    return [
        {kind: linking(content) if kind == "text" else content} for block in blocks for kind, content in block.items()
    ]


def load_redirects(home: Page, entries: Iterable[Entry]) -> list[Redirect]:
    """Make the permanent redirects that are missing, and return them; one that is there stays as its editor left it.

    Arguments: the front page, and a list of mappings of `to`, the address of a page below the front page, and
    `from`, the former addresses.
    """
    made = []
    for entry in entries:
        page = _page_at(home, entry["to"])
        for address in map(Redirect.normalise_path, entry["from"]):
            if not Redirect.objects.filter(old_path=address).exists():
                made.append(Redirect.objects.create(old_path=address, redirect_page=page))
    return made


def _page_at(home: Page, address: str) -> Page:
    return Page.objects.get(url_path=f"{home.url_path}{address}/" if address else home.url_path)
