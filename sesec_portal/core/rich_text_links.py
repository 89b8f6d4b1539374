"""Links inside rich text, to pages that may have gone since."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from sesec_portal.languages.pages import shown_to_reader


class PageLinks(PageLinkHandler):
    """Links to pages; where there is none any more, or not yet, the words stay, and a note after them says so."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tag of each link; the note is printed by the stylesheet."""
        keys = [attrs.get("id", "") for attrs in attrs_list]
        pages = Page.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
        shown = {str(page.pk): page.shown for page in shown_to_reader(pages)}
        return [_tag(shown.get(key)) for key in keys]


def _tag(page: Page | None) -> str:
    if page and page.live:
        return format_html('<a href="{}">', page.url)
    is_to_come = page and not page.first_published_at
    note = _("(not published yet)") if is_to_come else _("(no longer on this portal)")
    return format_html('<a class="gone" data-note="{}">', note)
