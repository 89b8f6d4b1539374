"""Words with their emphasis and links, as rich text."""

from urllib.parse import urljoin, urlsplit

from bs4.element import NavigableString, PageElement, Tag

from .known import Known
from .paragraphs import is_words


def inline(node: Tag, known: Known) -> str:
    """Return an element without blocks in it as rich text, with its links to what is of this portal now.

    What editors may not use is still in it.
    """
    for part in [node, *node.descendants]:
        if not isinstance(part, Tag):
            _put_on_one_line(part)
        elif part.name == "a":
            _lead(part, known)
    return str(node)


def told(gone: Tag) -> str:
    """Return what is said of an element that no page takes."""
    source = str(gone.get("src") or gone.get("data") or "")
    return f"<{gone.name}> is left out" + (f": {source[:200]}" if source else "")


def _put_on_one_line(text: PageElement) -> None:
    if not is_words(text):
        text.extract()
    elif "\n" in str(text):
        text.replace_with(NavigableString(" ".join(str(text).split("\n"))))


def _lead(link: Tag, known: Known) -> None:
    address = str(link.get("href") or "").strip()
    link.attrs = {}
    if not address or address.startswith("#"):
        link.name = "span"
    elif document := known.document(address):
        link.attrs = {"linktype": "document", "id": str(document)}
    elif page := known.page(address):
        link.attrs = {"linktype": "page", "id": str(page)}
    elif full := _readable(known.base, address):
        link.attrs = {"href": full}
    else:
        link.name = "span"


def _readable(base: str, address: str) -> str:
    try:
        full = urljoin(base, address)
        return full if urlsplit(full).scheme in {"http", "https", "mailto", "tel"} else ""
    except ValueError:
        return ""
