"""What every page's template may use: its address, its place in the portal, what it tells machines."""

from collections.abc import Iterable
from textwrap import wrap

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify
from wagtail.models import Page

from sesec_portal.core import absence, absolute_urls
from sesec_portal.core.navigation import Navigation
from sesec_portal.core.structured_data import Node, graph, script, view_graph
from sesec_portal.languages import punctuation

register = template.Library()
register.simple_tag(absolute_urls.absolute)
register.simple_tag(absolute_urls.canonical)
register.filter(absolute_urls.webcal)
register.simple_tag(punctuation.separator)
register.simple_tag(punctuation.comma)
register.simple_tag(punctuation.colon)
register.simple_tag(punctuation.dash)
register.simple_tag(punctuation.sentences)
register.filter(punctuation.in_brackets)
register.filter(punctuation.listed)
register.simple_tag(absence.nothing_recorded)
register.simple_tag(absence.nothing_published)
register.simple_tag(Navigation.of, name="navigation")


@register.simple_tag
def links(pages: Iterable[Page], name: str = "title") -> SafeString:
    """Print links to pages in a row, as the active language sets them.

    Arguments: pages with the page to show of each (`shown_to_reader`), and the attribute by which they are called.
    """
    named = ((page.shown.url, getattr(page if name != "title" else page.shown, name)) for page in pages)
    return format_html_join(punctuation.separator(), '<a href="{}">{}</a>', named)


@register.filter
def wrapped(text: str, width: int) -> list[str]:
    """Return a short text as at most two lines of about `width` letters, for a label in a drawing."""
    return wrap(text, width, max_lines=2, placeholder="…") or [""]


@register.filter
def anchor(heading: str) -> str:
    """Return the fragment by which a heading is linked."""
    return slugify(heading, allow_unicode=True)


@register.simple_tag(takes_context=True)
def is_current(context: template.Context, section: Page) -> str:
    """Return the `aria-current` value of a menu entry: "page" on it, "true" below it, else an empty text."""
    page = context.get("page")
    if not page or not page.path.startswith(section.path):
        return ""
    return "page" if page.path == section.path else "true"


@register.simple_tag(takes_context=True)
def structured_data(context: template.Context, **known_above: object) -> SafeString:
    """Print what the page tells machines; needs `navigation`, its Navigation.

    Arguments: properties of the thing that the page is about which only apps above the page's own know.
    A page as of a day tells nothing of its own: its canonical address, the page as of today, has every date.
    """
    page = context["page"]
    things = page.structured_data(context) if not context.get("as_of") else []
    if things:
        things[0].update({name: value for name, value in known_above.items() if value})
    return script(graph(page, context["navigation"].trail, things))


@register.simple_tag(takes_context=True)
def view_data(context: template.Context, name: str, description: str, *things: Node) -> SafeString:
    """Print what an answer that is no page of the tree tells machines; needs `navigation` and the request.

    Arguments: its title, what it is, and the things it is about.
    """
    page, above = context.get("page"), context["navigation"]
    trail = [*above.trail, page] if page and page.pk else above.front
    address = absolute_urls.absolute(context["request"].path)
    return script(view_graph(address, str(name), str(description), trail, things))
