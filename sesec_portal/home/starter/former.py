"""Pages by the address they have in `content/`: links to them, and redirects from the former website to them."""

import re
from collections.abc import Iterable

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from .texts import Entry, Words

_LINK = re.compile(r'href="page:([\w/-]*)"')


def linked(home: Page, blocks: Iterable[Entry]) -> list[Entry]:
    """Return a body whose links of the form `page:phases/sesec-iv` name the page itself, which may be renamed later."""

    def link(found: re.Match[str]) -> str:
        return f'linktype="page" id="{_page_at(home, found[1]).pk}"'

    def led(content: Words) -> Words:
        if isinstance(content, dict):
            return {language: _LINK.sub(link, words) for language, words in content.items()}
        return _LINK.sub(link, content) if content else content

    return [{kind: led(content) if kind == "text" else content} for block in blocks for kind, content in block.items()]


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
