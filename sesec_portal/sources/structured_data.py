"""Sources in the words of schema.org."""

from sesec_portal.core.structured_data import Node, date_of, node
from sesec_portal.languages.records import bilingual

from .models.source import Source


def work(source: Source) -> Node:
    """Return a source as a CreativeWork, at the address that a reader is sent to."""
    publisher = bilingual(source, "publisher")
    return node(
        "CreativeWork",
        name=source.shown_title,
        url=source.link,
        identifier=source.url if source.url != source.link else None,
        inLanguage=source.language,
        datePublished=date_of(source.published),
        publisher=node("Organization", name=publisher) if publisher else None,
    )
