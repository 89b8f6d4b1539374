"""What every template may use; loaded into all of them."""

from dataclasses import dataclass
from textwrap import wrap

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.encoding import escape_uri_path
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import get_language, gettext, pgettext

from sesec_portal.core import addresses, clock, languages
from sesec_portal.core.foreign import mark_chinese
from sesec_portal.core.share_images import drawing, keeping
from sesec_portal.core.structured_data import graph, script
from sesec_portal.core.surroundings import Surroundings

register = template.Library()
register.filter("bilingual", languages.bilingual)
register.filter("foreign", mark_chinese)
register.filter("is_stand_in", languages.is_stand_in)
register.simple_tag(addresses.absolute)
register.simple_tag(addresses.canonical)
register.simple_tag(Surroundings.of, name="surroundings")


@register.filter
def edtf(value):
    """Print a PartialDate in words, as exact as it is, in HTML's `<time>`; an empty text for none."""
    return value.marked_up() if value else ""


@register.filter
def listed(items):
    """Return things in a row, as the active language sets them: "a, b"."""
    return pgettext("between the items of a list", ", ").join(str(item) for item in items)


@register.filter
def wrapped(text, width):
    """Return a short text as at most two lines of about `width` letters, for a label in a drawing."""
    return wrap(text, width, max_lines=2, placeholder="…") or [""]


@register.filter
def anchor(heading):
    """Return the fragment by which a heading is linked."""
    return slugify(heading, allow_unicode=True)


@register.simple_tag(takes_context=True)
def is_current(context, section):
    """Return the `aria-current` value of a menu entry: "page" on it, "true" below it, else an empty text."""
    page = context.get("page")
    if not page or not page.path.startswith(section.path):
        return ""
    return "page" if page.path == section.path else "true"


@register.simple_tag
def today():
    """Return the portal's date of today."""
    return clock.today()


@register.simple_tag
def lang_if_foreign(page):
    """Print the `lang` attribute for a page's title where it stands among text in another language."""
    language = languages.language_of(page)
    return "" if language == get_language() else format_html(' lang="{}"', language)


@register.simple_tag(takes_context=True)
def structured_data(context, **known_above):
    """Print what the page tells machines; needs `around`, its Surroundings.

    Arguments: properties of the thing that the page is about which only apps above the page's own know.
    A page as of a day tells nothing of its own: its canonical address, the page as of today, has every date.
    """
    page = context["page"]
    things = page.structured_data(context) if not context.get("as_of") else []
    if things:
        things[0].update({name: value for name, value in known_above.items() if value})
    return script(graph(page, context["around"].trail, things))


@dataclass(frozen=True)
class ShareImage:
    """A picture for those who share a page: its absolute address, its size, and what it shows in words."""

    url: str
    description: str
    width: int = drawing.WIDTH
    height: int = drawing.HEIGHT


@register.simple_tag
def share_image(page):
    """Return the ShareImage of a page: its own where one has been drawn, else the portal's general one."""
    card, address = keeping.kept(page)
    if address:
        return ShareImage(addresses.absolute(address), card.description)
    full_name = gettext("Seconded European Standardization Expert for China")
    return ShareImage(addresses.absolute(static("img/share.png")), f"SESEC – {full_name}")


@dataclass(frozen=True)
class Language:
    """A link to the same page in one language."""

    code: str
    name: str
    url: str
    current: bool
    translated: bool

    @property
    def path(self):
        """The link without what the reader asked for: the lasting address."""
        return self.url.partition("?")[0]


@register.simple_tag(takes_context=True)
def language_links(context, page=None):
    """Return a Language for each language of the portal in which this page, or view, can be opened; needs `around`.

    What is shown below the page's own address, as its register as of a day, is linked as such.
    """
    here, request = get_language(), context.get("request")
    if not page or page.pk is None:
        path = request.get_full_path() if request else "/"
        own = f"/{here}/"
        rest = path.removeprefix(own) if path.startswith(own) and not context.get("exception") else ""
        return [Language(code, name, f"/{code}/{rest}", code == here, True) for code, name in settings.LANGUAGES]
    by_code = {other.locale.language_code: other for other in context["around"].translations}
    by_code.setdefault(page.locale.language_code, page)
    own = by_code[page.locale.language_code].url
    rest = escape_uri_path(request.path.removeprefix(own)) if request and request.path.startswith(own) else ""
    return [
        Language(code, name, f"{by_code[code].url}{rest}", code == here, not languages.is_stand_in(by_code[code]))
        for code, name in settings.LANGUAGES
        if code in by_code
    ]
