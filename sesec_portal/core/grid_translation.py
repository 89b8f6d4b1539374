"""What wagtail-localize, which knows no typed tables, translates of a table: its headings and its cells."""

import hashlib
import re
from collections import defaultdict
from typing import Any

from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter

_KEY = re.compile(r' data-block-key="[^"]*"')


def place_of(text: str) -> str:
    """Return where wagtail-localize keeps the translation of a heading or cell: rows have no ids, so its words say it.

    A row may move, and what stands in several cells is translated once. Argument: the heading, or the HTML of the cell.
    """
    return hashlib.sha256(_KEY.sub("", text).encode()).hexdigest()[:16]


def segments_of(table: TypedTable) -> list[Any]:
    """Return what is to be translated of a table, each text once."""
    extractor = StreamFieldSegmentExtractor(None, include_overridables=True)
    found: dict[str, list[Any]] = {}
    for column in table.columns:
        found[place_of(column["heading"])] = [StringSegmentValue("", column["heading"])]
    for row in table.rows:
        for cell in row:
            if cell.value.source:
                found[place_of(cell.value.source)] = extractor.handle_block(cell.block, cell.value)
    return [segment.wrap(place) for place, own in found.items() for segment in own]


def put_back(table: TypedTable, segments: list[Any]) -> None:
    """Put translated segments into a table, in the place of its own words."""
    found: dict[str, list[Any]] = defaultdict(list)
    for segment in segments:
        place, inner = segment.unwrap()
        found[place].append(inner)
    writer = StreamFieldSegmentsWriter(None, None, None)
    for row, bound in zip(table.row_data, list(table.rows), strict=True):
        own = [(cell, found.get(place_of(cell.value.source))) for cell in bound]
        row["values"] = [writer.handle_block(cell.block, cell.value, new) if new else cell.value for cell, new in own]
    for column in table.columns:
        if new := found.get(place_of(column["heading"])):
            column["heading"] = new[0].render_text()
