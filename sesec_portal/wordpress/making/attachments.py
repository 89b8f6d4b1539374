"""The attachments of an export: brought here first, as posts show them."""

from collections.abc import Collection, Iterable
from pathlib import Path

from sesec_portal.core.absolute_urls import absolute
from sesec_portal.media.models import PortalDocument, PortalImage

from ..bodies.known import Known, Picture, file_key
from ..export.items import Item, plain
from ..report import Fate, Line, Report
from . import addresses, files
from .posts import Posts
from .records import Records

_PUBLIC = {"inherit", "publish"}


class Attachments:
    """Makes pictures and documents of attachments.

    Arguments: the folder with the files, or None; what is Known of the former site, which this adds to; the records of
    former runs; the report.
    """

    def __init__(self, folder: Path | None, known: Known, records: Records, report: Report) -> None:
        self._folder, self._known, self._records, self._report = folder, known, records, report
        self._new: list[tuple[Item, files.File, Line]] = []

    def bring(self, items: Iterable[Item], public_posts: Collection[int]) -> None:
        """Bring what is missing or was changed; `public_posts`: the numbers of the posts that anybody could read."""
        for item in items:
            if item.status not in _PUBLIC or (item.parent and item.parent not in public_posts):
                self._report.add(item, Fate.REFUSED, "it belongs to what not everybody could read")
                continue
            thing = self._bring(item)
            if thing:
                self._learn(item, thing)

    def redirect(self, posts: Posts) -> None:
        """Let the addresses of new attachments lead to their posts, those of documents to the file."""
        for item, thing, line in self._new:
            post = posts.by_number.get(item.parent)
            own = absolute(thing.url) if isinstance(thing, PortalDocument) else None
            if target := own or post:
                line.notes += filter(None, [posts.lead(one, target) for one in addresses.of(item, self._known)])
            if own:
                line.notes += filter(None, [posts.lead(addresses.of_file(item), own)])

    def _bring(self, item: Item) -> files.File | None:
        record = self._records.of(item)
        thing = (record.image or record.document) if record else None
        if record and not thing:
            self._report.add(item, Fate.LEFT_ALONE, "it was deleted here")
            return None
        path = files.find(self._folder, item) if self._folder else None
        if record and thing and files.left_as(thing) != record.left_as:
            self._report.add(item, Fate.LEFT_ALONE, "it was changed here")
            return thing
        if not path:
            fate = Fate.UNCHANGED if thing else Fate.REFUSED
            self._report.add(item, fate, f"its file is not in the folder of attachments: {item.file_address}")
            return thing
        digest = files.digest(path, item)
        if record and record.digest == digest:
            self._report.add(item, Fate.UNCHANGED)
            return thing
        try:
            saved = files.save(path, item, thing)
        except files.Refused as fault:
            self._report.add(item, Fate.REFUSED, str(fault))
            return thing
        self._records.keep(item, saved, digest, files.left_as(saved))
        notes = files.description(item)[1] if isinstance(saved, PortalImage) else []
        line = self._report.add(item, Fate.UPDATED if record else Fate.CREATED, *notes)
        self._new.append((item, saved, line))
        return saved

    def _learn(self, item: Item, thing: files.File) -> None:
        key = file_key(item.file_address)
        if isinstance(thing, PortalImage):
            picture = Picture(thing.pk, thing.description, plain(item.excerpt))
            self._known.pictures[key] = self._known.by_number[item.post_id] = picture
            self._known.by_post.setdefault(item.parent, []).append(item.post_id)
        else:
            self._known.documents[key] = thing.pk
