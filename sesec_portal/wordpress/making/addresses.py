"""Every address of the former site leads to its page here, in one step."""

from collections.abc import Iterator

from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from ..bodies.known import Known, path
from ..export.items import Item

_LONGEST = 255
_QUERIES = {"post": ("p",), "page": ("p", "page_id"), "attachment": ("attachment_id",)}


def of(item: Item, known: Known) -> Iterator[str]:
    """Yield the addresses at which the former site showed an item, as redirects keep them; the front page aside."""
    # WordPress answers by the number whatever the form of its other addresses.
    queries = [f"/?{name}={item.post_id}" for name in _QUERIES.get(item.kind, ()) if item.post_id]
    links = [path(item.link)] if known.host_is_ours(item.link) or item.link.startswith("/") else []
    yield from dict.fromkeys(address for address in [*links, *queries] if address not in ("", "/"))


def of_file(item: Item) -> str:
    """Return the address of an attachment's file, as redirects keep it."""
    return path(item.file_address.partition("?")[0])


class Redirects:
    """Makes the redirects of an import; an address belongs to the first that claims it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def lead(self, address: str, to: Page | str) -> str:
        """Let an address lead to a page, or to an address; return what is to be said of it, "" for nothing."""
        if address in self._taken:
            return f"{address} leads elsewhere: another item of the export has it too"
        if len(address) > _LONGEST:
            return f"no redirect: {address[:60]}… is too long"
        if _is_answered(address):
            return f"no redirect: {address} is an address of the portal itself"
        self._taken.add(address)
        target = {"redirect_page": to, "redirect_link": ""} if isinstance(to, Page) else _link(to)
        there = Redirect.objects.filter(old_path=address)
        if not there:
            Redirect.objects.create(old_path=address, **target)
            return ""
        # What led there already, in this very way, is nothing to speak of.
        changed = there.exclude(**target, is_permanent=True)
        if not changed:
            return ""
        former = ", ".join(str(redirect.link) for redirect in changed)
        there.update(**target, redirect_page_route_path="", is_permanent=True)
        return f"{address} led to {former} before"


def _link(address: str) -> dict[str, object]:
    return {"redirect_page": None, "redirect_link": address}


def _is_answered(address: str) -> bool:
    path = address.partition("?")[0]
    # The front page, which asks for redirects of its queries.
    return path != "/" and (_resolves(path) or _resolves(f"{path}/"))


def _resolves(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
