"""When a text is published: links that lead nowhere are refused, those that not every reader can follow are told."""

from collections.abc import Iterable, Iterator

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages

from sesec_portal.core.placed_texts import PlacedText, texts_of
from sesec_portal.languages.punctuation import sentences

from .found import Link, is_internal, links_in
from .internal import REFUSED, Wrong, wrong_with


def links_to_nothing(texts: Iterable[PlacedText]) -> list[str]:
    """Return a sentence for each link inside the portal that leads to nothing."""
    what_next = _("Change the link, or take it out; a draft may keep it.")
    said = [_said(link, wrong) for link, wrong in _wrong(texts) if wrong in REFUSED]
    return [sentences(sentence, what_next) for sentence in said]


def warn_of_links(request: HttpRequest, thing: Model) -> None:
    """Tell who has published or submitted something which of its links lead to what is not published or is private."""
    for link, wrong in _wrong(texts_of(thing)):
        if wrong not in REFUSED:
            messages.warning(request, _said(link, wrong))


def _wrong(texts: Iterable[PlacedText]) -> Iterator[tuple[Link, Wrong]]:
    return wrong_with(link for link in links_in(texts) if is_internal(link))


def _said(link: Link, wrong: Wrong) -> str:
    told = {"words": link.words or link.aim, "place": link.place, "wrong": wrong.label}
    return _("The link “%(words)s” (%(place)s): %(wrong)s.") % told
