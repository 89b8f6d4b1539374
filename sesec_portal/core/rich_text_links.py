"""Links inside rich text, to pages that may have gone since."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler


class PageLinks(PageLinkHandler):
    """Links to pages; where there is none any more the words stay, and a note after them says so."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tag of each link; the note is printed by the stylesheet."""
        return [_tag(page) for page in cls.get_many(attrs_list)]


def _tag(page: Page | None) -> str:
    shown = page and page.localized
    if shown and shown.live:
        return format_html('<a href="{}">', shown.url)
    return format_html('<a class="gone" data-note="{}">', _("(no longer on this portal)"))
