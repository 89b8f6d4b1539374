"""What is wrong with the links inside the portal: the database is asked once for each kind, and for typed addresses."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db.models import Model, TextChoices
from django.http import Http404, HttpRequest
from django.test import RequestFactory
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.documents import get_document_model
from wagtail.models import Page, Site
from wagtail.rich_text import features

from sesec_portal.core.routing import serve
from sesec_portal.visibility.documents import hidden_document_keys
from sesec_portal.visibility.pages import public

from .found import Link


class Wrong(TextChoices):
    """What is wrong with a link inside the portal; the first two are refused when a text is published."""

    GONE = "gone", _("it leads to something that does not exist any more")
    NOTHING = "nothing", _("nothing answers at this address of the portal")
    UNPUBLISHED = "unpublished", _("it leads to something that is not published")
    PRIVATE = "private", _("it leads to something private")


REFUSED = {Wrong.GONE, Wrong.NOTHING}


def wrong_with(links: Iterable[Link]) -> Iterator[tuple[Link, Wrong]]:
    """Yield each link inside the portal with which something is wrong, and what."""
    links = list(links)
    states = {kind: _states(kind, keys) for kind, keys in _keys(links).items()}
    known: dict[str, Wrong | None] = {}
    for link in links:
        if link.kind:
            wrong = states[link.kind].get(link.key, Wrong.GONE) if link.kind in states else None
        else:
            if link.address not in known:
                known[link.address] = None if _answers(link.address) else Wrong.NOTHING
            wrong = known[link.address]
        if wrong:
            yield link, wrong


def _keys(links: Iterable[Link]) -> dict[str, set[str]]:
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        # A living fact is no row; whether the portal has it is asked elsewhere.
        if link.kind and _model_of(link.kind):
            keys[link.kind].add(link.key)
    return keys


def _model_of(kind: str) -> type[Model] | None:
    handler = features.get_link_types().get(kind)
    try:
        return handler.get_model() if handler else None
    except NotImplementedError:
        return None


def _states(kind: str, keys: set[str]) -> dict[str, Wrong | None]:
    model: Any = _model_of(kind)
    wanted = [key for key in keys if key.isdecimal()]
    there = model._default_manager.filter(pk__in=wanted)
    if issubclass(model, Page):
        open_pages = set(public(there).values_list("pk", flat=True))
        return {str(page.pk): _of_page(page, open_pages) for page in there}
    hidden = hidden_document_keys() if issubclass(model, get_document_model()) else ()
    return {str(thing.pk): _of_thing(thing, hidden) for thing in there}


def _of_thing(thing: Model, hidden: Collection[object]) -> Wrong | None:
    if not getattr(thing, "live", True):
        return Wrong.UNPUBLISHED
    return Wrong.PRIVATE if thing.pk in hidden else None


def _of_page(page: Page, open_pages: set[int]) -> Wrong | None:
    if not page.live:
        return Wrong.UNPUBLISHED
    return None if page.pk in open_pages else Wrong.PRIVATE


def _answers(address: str) -> bool:
    """Tell whether a page, a view of the portal or a redirect answers at one of its addresses."""
    path = unquote(urlsplit(address).path) or "/"
    with translation.override(translation.get_language_from_path(path) or translation.get_language()):
        try:
            match = resolve(path)
        except Resolver404:
            return bool(get_redirect(_request(path), path))
    if match.func is not serve:
        return True
    return _page_answers(path) or bool(get_redirect(_request(path), path))


def _page_answers(path: str) -> bool:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if not site:
        return False
    language = translation.get_language_from_path(path)
    root = site.root_page.specific
    if language and language != root.locale.language_code:
        root = root.get_translations().filter(locale__language_code=language).specific().first()
    steps = [step for step in path.split("/") if step][1 if language else 0 :]
    try:
        return bool(root and root.route(_request(path), steps))
    except Http404:
        return False


def _request(path: str) -> HttpRequest:
    site = Site.objects.filter(is_default_site=True).first()
    return RequestFactory(headers={"host": site.hostname if site else "localhost"}).get(path)
