"""What the addresses of the former site stand for, for those who make bodies and redirects."""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from wagtail.contrib.redirects.models import Redirect

_SIZE = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w{2,5}$)")
_NO_MATTER = re.compile(r"^www\.|:\d+$")


@dataclass(frozen=True)
class Picture:
    """A picture of the portal, with what the former site printed below it."""

    pk: int
    description: str
    caption: str = ""


@dataclass
class Known:
    """The former site: `base`, its address; and what stands for its addresses here."""

    base: str = ""
    hosts: set[str] = field(default_factory=set)
    pages: dict[str, int] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    # By their numbers in the export, and by that of the post to which they belong.
    by_number: dict[int, Picture] = field(default_factory=dict)
    by_post: dict[int, list[int]] = field(default_factory=dict)

    def host_is_ours(self, address: str) -> bool:
        """Tell whether an address is one of the former site."""
        return host(address) in self.hosts

    def page(self, address: str) -> int | None:
        """Return the key of the page that stands for an address."""
        full = self._full(address)
        return self.pages.get(path(full)) if full and self.host_is_ours(full) else None

    def document(self, address: str) -> int | None:
        """Return the key of the document that stands for the address of a file."""
        return self.documents.get(file_key(self._full(address)))

    def picture(self, address: str) -> Picture | None:
        """Return the picture that stands for the address of a file, in whichever size."""
        key = file_key(self._full(address))
        return self.pictures.get(key) or self.pictures.get(_SIZE.sub("", key))

    def _full(self, address: str) -> str:
        try:
            return urljoin(self.base, address.strip())
        except ValueError:
            return ""


def host(address: str) -> str:
    """Return the host of an address, without what makes no difference; "" where there is none."""
    try:
        return _NO_MATTER.sub("", urlsplit(address).netloc.lower())
    except ValueError:
        return ""


def path(address: str) -> str:
    """Return what follows the host in an address as redirects keep it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return Redirect.normalise_path(re.sub(r"/{2,}", "/", parts.path or "/") + query)


def file_key(address: str) -> str:
    """Return the name under which the address of a file is kept here: without what asks for a size of it."""
    return host(address) + path(address.partition("?")[0])
