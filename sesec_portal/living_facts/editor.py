"""How the editor of rich text keeps a living fact: as one entity that is replaced or removed, never typed into."""

from collections.abc import Mapping
from html import unescape

from django.conf import settings
from django.urls import reverse_lazy
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from draftjs_exporter.dom import DOM
from draftjs_exporter.types import Element, Props
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from .fact import LivingFact, fact_of
from .printing import LINK_TYPE

FEATURE = "living-fact"
_ENTITY = "FACT"


def entity_data(fact: LivingFact, key: str) -> dict[str, str]:
    """Return what the editor keeps of a fact; `now` is what it prints at present, in the language that is written."""
    with override(settings.LANGUAGE_CODE):
        return {
            "fact": fact.code,
            "of": key,
            "words": fact.words_for(key),
            "now": unescape(strip_tags(fact.printed(key))),
        }


class _FromDatabase(InlineEntityElementHandler):
    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs: Mapping[str, str]) -> dict[str, str]:
        code, key = attrs.get("fact", ""), attrs.get("of", "")
        fact = fact_of(code)
        return entity_data(fact, key) if fact else {"fact": code, "of": key}


def _to_database(props: Props) -> Element:
    of = {"of": props["of"]} if props.get("of") else {}
    return DOM.create_element("a", {"linktype": LINK_TYPE, "fact": props.get("fact"), **of}, props["children"])


CONVERSION = {
    "from_database_format": {f'a[linktype="{LINK_TYPE}"]': _FromDatabase(_ENTITY)},
    "to_database_format": {"entity_decorators": {_ENTITY: _to_database}},
}


def control() -> EntityFeature:
    """Return the control of the editor with which a living fact is put into a text."""
    described = {
        "type": _ENTITY,
        "icon": "rotate",
        "description": _("Living fact"),
        "chooserUrls": {"factChooser": reverse_lazy("living_facts:choose")},
    }
    return EntityFeature(
        described,
        js=["wagtailadmin/js/chooser-modal.js", "js/living-fact-control.js"],
        css={"all": ["css/living-fact-control.css"]},
    )
