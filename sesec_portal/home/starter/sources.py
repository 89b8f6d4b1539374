"""The sources that content names by a key."""

from collections.abc import Mapping
from typing import Any

from sesec_portal.sources.models import Source

from .texts import Entry


def load_sources(entries: Mapping[str, Entry], **fields: object) -> dict[str, Source]:
    """Return the sources by their keys; makes those that are missing, by title. `fields`: what all have."""
    return {key: _source({**entry, **fields}) for key, entry in entries.items()}


def _source(fields: Entry) -> Source:
    there = Source.objects.filter(title=fields["title"]).first()
    return there or Source.objects.create(**fields)


def cited(content: Any, sources: Mapping[str, Source]) -> Any:  # noqa: ANN401  what a file gives
    """Return content with the Source in the place of each key that stands under `cited`.

    Raises KeyError for a key that names none.
    """
    if isinstance(content, list):
        return [cited(each, sources) for each in content]
    if not isinstance(content, dict):
        return content
    return {name: sources[value] if name == "cited" else cited(value, sources) for name, value in content.items()}
