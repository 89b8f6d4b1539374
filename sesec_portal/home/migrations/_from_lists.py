"""How a table that was kept as lists becomes a grid of rich text: in JSON, and in what is to be translated of it."""

import hashlib
import html
import json
import uuid
from collections.abc import Iterator
from typing import Any

_TEMPLATE = '<p><text position="0"></text></p>'
# As wagtail-localize makes the keys of its paths and templates.
_OF_PATHS = uuid.UUID("fcab004a-2b50-11ea-978f-2e728ce88125")
_OF_TEMPLATES = uuid.UUID("4599eabc-3f8e-41a9-be61-95417d26a8cd")


def with_grids(value: Any) -> Any:
    """Return what JSON holds with a grid in each table that is kept as lists, which stay beside it."""
    if isinstance(value, str) and value[:1] in ("[", "{") and "table" in value:
        try:
            packed = json.loads(value)
        except ValueError:
            return value
        return json.dumps(with_grids(packed))
    if isinstance(value, list):
        return [with_grids(each) for each in value]
    if not isinstance(value, dict):
        return value
    if _is_table(value):
        return {**value, "value": {**value["value"], "table": _grid(value["value"])}}
    return {key: with_grids(each) for key, each in value.items()}


def places(value: Any) -> dict[tuple[str, str], tuple[str, bool]]:
    """Return, by the ids of a table and of an entry of its lists, where its translation stands now, and if it is a cell."""
    found = {}
    for block in _tables(value):
        table = block["value"]
        for column in table["columns"]:
            found[block.get("id"), _id(column)] = place(_inner(column)), False
        for row in table["rows"]:
            for cell in _inner(row):
                found[block.get("id"), _id(cell)] = place(_cell(_inner(cell))), True
    return found


def place(text: str) -> str:
    """Return the last step of a path: that of a heading or of a cell."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def move_translations(apps: Any, source: Any, known: dict[tuple[str, str], tuple[str, bool]]) -> None:
    """Let the texts of a page's tables, and their translations, stand where the grid has them.

    Arguments: the models; the TranslationSource; its `places`.
    """
    segments = apps.get_model("wagtail_localize", "StringSegment").objects
    taken = set()
    listed = segments.filter(source=source, context__path__regex=r"\.(columns\.[^.]+|rows\.[^.]+\.[^.]+)$")
    for segment in listed.select_related("context").order_by("order", "pk"):
        stem, _, _ = segment.context.path.partition(".columns." if ".columns." in segment.context.path else ".rows.")
        new = known.get((stem.split(".")[-1], segment.context.path.split(".")[-1]))
        if not new:
            segment.delete()
            continue
        context = _context(apps, segment.context, f"{stem}.table.{new[0]}")
        _move(apps, segment.string_id, segment.context_id, context)
        if context.pk in taken:
            segment.delete()
            continue
        taken.add(context.pk)
        segments.filter(pk=segment.pk).update(context=context)
        if new[1]:
            _add_template(apps, source, context, segment.order - 1)


def _is_table(block: dict[str, Any]) -> bool:
    content = block.get("value")
    return block.get("type") == "table" and isinstance(content, dict) and "rows" in content and "table" not in content


def _tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, str) and value[:1] in ("[", "{") and "table" in value:
        try:
            yield from _tables(json.loads(value))
        except ValueError:
            return
    elif isinstance(value, list):
        for each in value:
            yield from _tables(each)
    elif isinstance(value, dict):
        if _is_table(value):
            yield value
        else:
            for each in value.values():
                yield from _tables(each)


def _grid(table: dict[str, Any]) -> dict[str, Any]:
    columns = [{"type": "cell", "heading": _inner(column)} for column in table["columns"]]
    rows = [[_cell(_inner(cell)) for cell in _inner(row)] for row in table["rows"]]
    even = [(row + [""] * len(columns))[: len(columns)] for row in rows]
    return {"columns": columns, "rows": [{"values": row} for row in even], "caption": ""}


def _cell(words: str) -> str:
    return f"<p>{html.escape(words, quote=False)}</p>" if words else ""


def _inner(entry: Any) -> Any:
    return entry["value"] if isinstance(entry, dict) else entry


def _id(entry: Any) -> str:
    return entry.get("id", "") if isinstance(entry, dict) else ""


def _context(apps: Any, former: Any, path: str) -> Any:
    known = apps.get_model("wagtail_localize", "TranslationContext").objects
    steps = former.field_path.split(".")
    field_path = ".".join([*steps[: -2 if "columns" in steps else -3], "table"]) if former.field_path else ""
    found, _ = known.get_or_create(
        object_id=former.object_id,
        path_id=uuid.uuid5(_OF_PATHS, path),
        defaults={"path": path, "field_path": field_path},
    )
    return found


def _move(apps: Any, string: int, former: int, context: Any) -> None:
    known = apps.get_model("wagtail_localize", "StringTranslation").objects
    for translation in known.filter(translation_of_id=string, context_id=former):
        if not known.filter(translation_of_id=string, context=context, locale_id=translation.locale_id).exists():
            known.filter(pk=translation.pk).update(context=context)


def _add_template(apps: Any, source: Any, context: Any, order: int) -> None:
    template, _ = apps.get_model("wagtail_localize", "Template").objects.get_or_create(
        uuid=uuid.uuid5(uuid.uuid5(_OF_TEMPLATES, "html"), _TEMPLATE),
        defaults={"template": _TEMPLATE, "template_format": "html", "string_count": 1},
    )
    segments = apps.get_model("wagtail_localize", "TemplateSegment").objects
    segments.create(source=source, context=context, template=template, order=order)
