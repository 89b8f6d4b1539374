"""The links of texts: where they lead, with their words and the place in the form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.http.request import validate_host
from wagtail.models import Site

from sesec_portal.core.placed_texts import PlacedText
from sesec_portal.pagecache.memo import once_per_generation


@dataclass(frozen=True)
class Link:
    """A link: its words and their place, and either the kind and key of what it leads to, or an address."""

    words: str
    place: str
    kind: str = ""
    key: str = ""
    address: str = ""

    @property
    def aim(self) -> str:
        return self.address or f"{self.kind} {self.key}"


def links_in(texts: Iterable[PlacedText]) -> Iterator[Link]:
    """Yield the links of texts that lead to a page, a document, a term or an address of the web."""
    for text in texts:
        if text.is_url:
            yield Link(text.text, text.place, address=text.text)
        elif text.is_html and "<a" in text.text:
            for link in BeautifulSoup(text.text, "html.parser").find_all("a"):
                words = link.get_text(" ", strip=True)
                if kind := link.get("linktype"):
                    yield Link(words, text.place, kind=str(kind), key=str(link.get("id", "")))
                elif address := str(link.get("href", "")).strip():
                    yield Link(words, text.place, address=address)


def is_internal(link: Link) -> bool:
    """Tell whether a link leads to something of this portal."""
    if link.kind:
        return True
    try:
        parts = urlsplit(link.address)
        host = parts.hostname
    except ValueError:
        return False
    if not host:
        return not parts.scheme and parts.path.startswith("/")
    return parts.scheme in {"http", "https"} and validate_host(host, _own_hosts())


def is_external(link: Link) -> bool:
    """Tell whether a link leads elsewhere on the web."""
    return link.address.lower().startswith(("http://", "https://")) and not is_internal(link)


@once_per_generation
def _own_hosts() -> list[str]:
    hosts = [name for name in settings.ALLOWED_HOSTS if name != "*"]
    return [*hosts, *Site.objects.values_list("hostname", flat=True)]
