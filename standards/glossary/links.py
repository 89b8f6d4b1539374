"""Terms marked in rich text: `<a linktype="term" id="3">`, kept like a link, so that translations keep it as one."""

from collections.abc import Iterator, Mapping

from django.db.models import Model
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from draftjs_exporter.types import Element, Props
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import LinkHandler

from standards.models import GlossaryPage, Term

FEATURE = "term"
_ENTITY = "TERM"


class TermLinks(LinkHandler):
    """Links to the glossary whose description is the meaning; of a term that is not published the words alone stay.

    Screen readers read the description, a mouse shows it as a tooltip, and the stylesheet prints it behind the words
    while they have the focus of the keyboard: nothing is covered, so nothing has to be closed (WCAG 2.2, 1.4.13).
    """

    identifier = "term"

    @staticmethod
    def get_model() -> type[Model]:
        return Term

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tag of each link."""
        published = {str(key): term for key, term in Term.by_key().items()}
        address = GlossaryPage.address()
        return [_tag(published.get(attrs.get("id", "")), address) for attrs in attrs_list]

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[type[Model], str, str, str]]:
        """Yield the term that a text uses, so that it is known to be in use."""
        if "id" in attrs:
            yield Term, attrs["id"], "", ""


class _FromDatabase(LinkElementHandler):
    def get_attribute_data(self, attrs: Mapping[str, str]) -> dict[str, object]:
        term = Term.objects.filter(pk=attrs["id"]).first()
        return {"id": int(attrs["id"]), "string": str(term) if term else ""}


def _to_database(props: Props) -> Element:
    return DOM.create_element("a", {"linktype": "term", "id": props.get("id")}, props["children"])


CONVERSION = {
    "from_database_format": {'a[linktype="term"]': _FromDatabase(_ENTITY)},
    "to_database_format": {"entity_decorators": {_ENTITY: _to_database}},
}


def control() -> EntityFeature:
    """Return the control of the editor with which a term is marked."""
    chooser = {"termChooser": reverse_lazy("wagtailsnippetchoosers_standards_term:choose")}
    described = {"type": _ENTITY, "icon": "tag", "description": _("Term of the glossary"), "chooserUrls": chooser}
    return EntityFeature(described, js=["wagtailadmin/js/chooser-modal.js", "js/term-control.js"])


def _tag(term: Term | None, address: str | None) -> str:
    if not term:
        return "<a>"
    if not address:
        return format_html('<a class="term" title="{}">', term.explained)
    return format_html('<a class="term" href="{}#{}" title="{}">', address, term.anchor, term.explained)
