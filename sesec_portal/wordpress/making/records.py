"""What former runs have imported."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db.models import Model
from wagtail.models import Page

from sesec_portal.media.models import PortalDocument, PortalImage

from ..export.items import Item
from ..models import ImportedItem


class Records:
    """Finds the record of an item: by its GUID, and by its number where copies of a post share one."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._times = Counter(item.guid for item in items)
        self._records: defaultdict[str, list[ImportedItem]] = defaultdict(list)
        for record in ImportedItem.objects.filter(guid__in=self._times).select_related("page", "image", "document"):
            self._records[record.guid].append(record)

    def of(self, item: Item) -> ImportedItem | None:
        """Return the record of an item, or None for one that was never imported."""
        there = self._records[item.guid]
        same = next((record for record in there if record.post_id == item.post_id), None)
        # A site that moved has counted its posts anew.
        return same or (there[0] if len(there) == 1 and self._times[item.guid] == 1 else None)

    def keep(self, item: Item, thing: Model, digest: str, left_as: str) -> None:
        """Record what an item says, and what has become of it."""
        record = self.of(item) or ImportedItem(guid=item.guid)
        record.post_id, record.author = item.post_id, item.author[:255]
        record.digest, record.left_as = digest, left_as
        if isinstance(thing, Page):
            record.page_id = thing.pk
        elif isinstance(thing, PortalImage):
            record.image = thing
        elif isinstance(thing, PortalDocument):
            record.document = thing
        record.save()
        if record not in self._records[item.guid]:
            self._records[item.guid].append(record)
