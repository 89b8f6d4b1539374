"""The import of an export: all of it or nothing."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from django.db import transaction

from sesec_portal.media.uploads.storage import without_orphans

from .bodies.body import Unreadable, refuse_unreadable
from .bodies.known import Known, host
from .export.items import FILES, PAGES, Item
from .export.mapping import SKIP, Map
from .export.reading import Export, NotAnExport
from .making.attachments import Attachments
from .making.posts import Posts
from .making.records import Records
from .report import Fate, Report

_LONGEST_GUID = 500
_THROWN_AWAY = {"trash", "auto-draft"}


def import_export(path: Path, rules: Map, folder: Path | None, *, dry_run: bool = False) -> Report:
    """Import a WordPress export, and return the Report.

    Arguments: the file; what becomes of which category; the folder with the files of WordPress' uploads; whether
    everything is taken back at the end. Raises NotAnExport, with nothing changed, for a file that is no whole export.
    """
    export = Export(path)
    report = Report()
    heads = [head for item in export.items() if (head := _head(item, rules, report))]
    _refuse_twins(heads)
    known = Known(export.site.get("wp:base_blog_url") or export.site.get("link", ""))
    known.hosts = {host(export.site.get(name, "")) for name in ("wp:base_blog_url", "link")} - {""}
    if not export.site.get("language", "en").lower().startswith("en"):
        report.notes.append(f"The site's language is {export.site['language']}; all was imported as English originals.")
    with without_orphans(), transaction.atomic():
        records = Records(heads)
        posts = Posts(rules, known, records, report)
        files = Attachments(folder, known, records, report)
        files.bring([item for item in heads if item.kind in FILES], posts.public_numbers(heads))
        posts.make_room([item for item in heads if item.kind in PAGES])
        posts.write(item for item in export.items() if item.kind in PAGES)
        files.redirect(posts)
        transaction.set_rollback(dry_run)
    return report


def _head(item: Item, rules: Map, report: Report) -> Item | None:
    """Return an item without its text, or None for one that is refused, which is noted."""
    why = _refusal(item, rules)
    if why:
        report.add(replace(item, content="", excerpt=""), Fate.REFUSED, why)
        return None
    return replace(item, content="")


def _refusal(item: Item, rules: Map) -> str:
    if item.kind not in (*PAGES, *FILES):
        return f"{item.kind or 'what has no type'} holds nothing to read"
    if not item.guid or len(item.guid) > _LONGEST_GUID:
        return "it has no GUID by which a second run would know it"
    if item.status in _THROWN_AWAY:
        return "it was thrown away"
    if rules.aim(item).what == SKIP:
        return "the map leaves its category out"
    try:
        refuse_unreadable(item.content)
    except Unreadable as fault:
        return str(fault)
    return ""


def _refuse_twins(heads: list[Item]) -> None:
    twins = [key for key, times in Counter(item.key for item in heads).items() if times > 1]
    if twins:
        raise NotAnExport(f"Two of its items have one GUID and one number: {twins[0][0]} ({twins[0][1]}).")
