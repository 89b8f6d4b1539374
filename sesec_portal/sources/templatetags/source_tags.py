"""Sources in templates: `{% cite record %}` where a fact stands, `{% notes as notes %}` at the page's end."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sesec_portal.core.absolute_urls import canonical
from sesec_portal.core.structured_data import Node, node, script
from sesec_portal.sources.citations import Citations, Note
from sesec_portal.sources.cited import citing
from sesec_portal.sources.structured_data import work

register = template.Library()
register.simple_tag(citing, name="citing")


@register.simple_tag
def citations() -> Citations:
    """Begin the numbers of a page; `base.html` does."""
    return Citations()


@register.simple_tag(takes_context=True)
def cite(context: template.Context, *records: object) -> SafeString:
    """Print the numbers of the sources of these records, each a link to its note; nothing of one without a source.

    Arguments: whatever has `cited`, a Source, and `cited_at`, the place in it, or lists of such. The numbers are those
    of `citations`, which `base.html` begins.
    """
    of_page = context.get("citations") or Citations()
    flat = [one for each in records for one in (each if isinstance(each, list) else [each])]
    known = [(key, record) for record in flat if record and (key := _key(record))]
    cited = [(*of_page.cite(key), _value(record, "cited_at")) for key, record in known]
    return SafeString(render_to_string("sources/cite.html", {"cited": cited}).strip()) if cited else SafeString("")


@register.simple_tag(takes_context=True)
def notes(context: template.Context) -> list[Note]:
    """Return the Notes of the page; what cites after this is not among them."""
    return context["citations"].notes()


@register.simple_tag(takes_context=True)
def citations_for_machines(context: template.Context, listed: list[Note]) -> SafeString:
    """Print what the page cites as JSON-LD, added to what the page's head tells of it."""
    works: list[Node] = [work(note.source) for note in listed if note.source.live and not note.source.sample]
    page = context.get("page")
    if not works or not page or not page.pk:
        return SafeString("")
    return script({"@context": "https://schema.org", **node("WebPage", id=canonical(page), citation=works)})


def _key(record: Any) -> int | None:  # noqa: ANN401  whatever has a source
    if hasattr(record, "cited_id"):
        return record.cited_id
    source = _value(record, "cited")
    return source.pk if source else None


def _value(record: Any, name: str) -> Any:  # noqa: ANN401  likewise
    # A block's value is a mapping.
    return record.get(name) if hasattr(record, "get") else getattr(record, name)
