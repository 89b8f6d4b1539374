"""Words with their emphasis and links, as rich text."""

from urllib.parse import urljoin, urlsplit

from bs4.element import NavigableString, Tag

from .known import Known
from .paragraphs import is_words

GONE = sorted(
    [
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "form",
        "svg",
        "canvas",
        "noscript",
        "template",
        "button",
        "input",
        "select",
        "textarea",
    ]
)


def inline(node: Tag, known: Known) -> tuple[str, list[str]]:
    """Return an element as rich text, with its links to what is of this portal now; and what is to be said of it.

    What editors may not use is still in it.
    """
    notes = []
    for gone in node.find_all(GONE):
        notes.append(told(gone))
        gone.extract()
    for comment in node.find_all(string=lambda text: not is_words(text)):
        comment.extract()
    for text in node.find_all(string=True):
        text.replace_with(NavigableString(" ".join(str(text).split("\n"))))
    for link in [node, *node.find_all("a")]:
        if link.name == "a":
            _lead(link, known)
    return str(node), notes


def told(gone: Tag) -> str:
    """Return what is said of an element that no page takes."""
    source = str(gone.get("src") or gone.get("data") or "")
    return f"<{gone.name}> is left out" + (f": {source[:200]}" if source else "")


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
