"""The share image of a page, for its head."""

from dataclasses import dataclass

from django import template
from django.templatetags.static import static
from django.utils.translation import gettext

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.pages import BasePage
from sesec_portal.share_images import render, storage

register = template.Library()


@dataclass(frozen=True)
class ShareImage:
    """A picture for those who share a page: its absolute address, its size, and what it shows in words."""

    url: str
    description: str
    width: int = render.WIDTH
    height: int = render.HEIGHT


@register.simple_tag
def share_image(page: BasePage | None = None) -> ShareImage:
    """Return the ShareImage of a page: its own where one has been drawn, else the portal's general one."""
    if page:
        card, address = storage.stored_image(page)
        if address:
            return ShareImage(absolute(address), card.description)
    full_name = gettext("Seconded European Standardization Expert for China")
    return ShareImage(absolute(static("img/share.png")), f"SESEC – {full_name}")
