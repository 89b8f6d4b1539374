"""Keeps the share images of all public pages as files: `share/<number of the page>/<digest of the card>.png`.

The address follows from what the page says, so no table has to remember it, and it changes with the words. A page
prints the address of its image only while that file is there; else it has the portal's general image.
"""

import logging
from contextlib import suppress

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet

from sesec_portal.core.pages import BasePage
from sesec_portal.core.share_card import Card, card_of
from sesec_portal.languages.pages import is_original, with_language
from sesec_portal.pagecache import generation
from sesec_portal.visibility.pages import public

from .render import draw
from .text_layout import LetterMissing

FOLDER = "share"

logger = logging.getLogger(__name__)


def stored_image(page: BasePage) -> tuple[Card, str | None]:
    """Return the card of a page and the address of its picture, None where there is no such file.

    A fallback page has the picture of the page it stands for. Costs no query once the page knows its original.
    """
    page = page.original if page.is_fallback else page
    card = card_of(page)
    name = _name(page, card)
    return card, default_storage.url(name) if default_storage.exists(name) else None


def renew(translation_key: str) -> None:
    """Draw what is missing of one page in all its languages, and remove what is out of date."""
    page = Page.objects.filter(translation_key=translation_key).select_related("content_type").first()
    if page and issubclass(page.specific_class, BasePage):
        _renew(page.specific_class.objects.filter(translation_key=translation_key))


def renew_all() -> int:
    """Do the same for every page; return the number of pictures drawn."""
    withdraw()
    return sum(_renew(model.objects.all()) for model in get_page_models() if issubclass(model, BasePage))


def withdraw() -> None:
    """Remove the pictures of pages that are not, or no longer, published for everybody."""
    published = {str(pk) for pk in public(Page.objects).values_list("pk", flat=True)}
    for page in _listed(FOLDER)[0]:
        if page not in published:
            _keep_only(page, None)


def _renew(pages: PageQuerySet) -> int:
    published = set(public(pages).values_list("pk", flat=True))
    pages = list(with_language(pages.defer_streamfields()))
    originals = {page.translation_key: page for page in pages if is_original(page)}
    drawn = 0
    for page in pages:
        page.original = originals.get(page.translation_key, page)
        shows_its_own = page.pk in published and not page.is_fallback
        card = card_of(page) if shows_its_own else None
        name = _name(page, card) if card else None
        if card and name and not default_storage.exists(name):
            drawn += _draw(page, card, name)
        _keep_only(page.pk, name)
    if drawn:
        # No table tells of a new picture, and pages made before it name the general one.
        generation.move()
    return drawn


def _draw(page: BasePage, card: Card, name: str) -> bool:
    """Draw a page's picture into a file; return whether that succeeded, and log why not."""
    try:
        default_storage.save(name, ContentFile(draw(card)))
    except LetterMissing as missing:
        letter = missing.args[0]
        logger.warning("“%s” keeps the general share image: no font has “%s” (U+%04X).", page, letter, ord(letter))
    except Exception:
        logger.exception("“%s” keeps the general share image: drawing its own failed.", page)
    else:
        return True
    return False


def _keep_only(page: int | str, name: str | None) -> None:
    """Remove every picture of a page but the one of this name; with none left, its folder too."""
    folder = f"{FOLDER}/{page}"
    for file in _listed(folder)[1]:
        if f"{folder}/{file}" != name:
            default_storage.delete(f"{folder}/{file}")
    if not name:
        with suppress(OSError):
            default_storage.delete(folder)


def _listed(folder: str) -> tuple[list[str], list[str]]:
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []


def _name(page: BasePage, card: Card) -> str:
    return f"{FOLDER}/{page.pk}/{card.digest}.png"
