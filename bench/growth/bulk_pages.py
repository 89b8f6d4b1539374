"""Pages into the tree in bulk: thousands in a second, where publishing one by one makes ten."""

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Locale, Page, Revision

BATCH = 1000
LONG_AGO = datetime(2020, 1, 1, 9, tzinfo=ZoneInfo("Europe/Brussels"))


class BulkPageBuilder:
    """Adds pages below pages of the tree, and keeps what Wagtail and treebeard keep of them.

    Argument: whether each page gets the revision that is live.
    """

    def __init__(self, *, revisions=True):
        self._revisions = revisions
        self._waiting = []
        self._last_step = {}
        self.loaded = 0
        self.chinese = Locale.objects.get(language_code="zh-hans")
        self.english = Locale.objects.get(language_code="en")

    def add(self, model, parent, *, language=0, like=None, alias=False, live=True, **fields):
        """Add a page below `parent`, which may be waiting itself; return it, with its primary key.

        language   0 for English, 1 for Chinese
        like       the page in English that this one translates
        alias      whether it only stands in for that page
        """
        published = LONG_AGO + timedelta(minutes=20 * self.loaded)
        page = model(
            locale=self.chinese if language else self.english,
            translation_key=like.translation_key if like else uuid4(),
            alias_of=like if alias else None,
            draft_title=fields["title"],
            content_type=ContentType.objects.get_for_model(model),
            live=live,
            has_unpublished_changes=not live,
            first_published_at=published if live else None,
            last_published_at=published if live else None,
            **fields,
        )
        page.id = page.page_ptr_id = self._next_key()
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, self._next_step(parent))
        page.url_path = f"{parent.url_path}{page.slug}/"
        parent.numchild += 1
        self._waiting.append(page)
        self.loaded += 1
        return page

    def flush(self):
        """Write what waits; call it when all parents have all their children."""
        pages, self._waiting = self._waiting, []
        for start in range(0, len(pages), BATCH):
            batch = pages[start : start + BATCH]
            # Django's bulk_create refuses models with a table above theirs; the tables are filled one by one.
            Page._base_manager._insert(batch, fields=Page._meta.local_concrete_fields, using="default")
            for model in {type(page) for page in batch}:
                rows = [page for page in batch if type(page) is model]
                model._base_manager._insert(rows, fields=model._meta.local_concrete_fields, using="default")
            if self._revisions:
                self._revise([page for page in batch if not page.alias_of_id])
        self._count_children()

    def _revise(self, pages):
        base = ContentType.objects.get_for_model(Page)
        Revision.objects.bulk_create(
            Revision(
                content_type=page.content_type,
                base_content_type=base,
                object_id=str(page.pk),
                created_at=LONG_AGO,
                object_str=page.title,
                content=get_serializable_data_for_fields(page),
            )
            for page in pages
        )
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE wagtailcore_page SET latest_revision_id = revision.id, "
                "latest_revision_created_at = created_at, live_revision_id = CASE WHEN live THEN revision.id END "
                "FROM wagtailcore_revision revision "
                "WHERE object_id = wagtailcore_page.id::text AND wagtailcore_page.id = ANY(%s)",
                [[page.pk for page in pages]],
            )

    def _next_key(self):
        if not getattr(self, "_keys", None):
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT nextval(pg_get_serial_sequence('wagtailcore_page', 'id')) FROM generate_series(1, %s)",
                    [BATCH],
                )
                self._keys = [key for (key,) in cursor.fetchall()][::-1]
        return self._keys.pop()

    def _next_step(self, parent):
        if parent.path not in self._last_step:
            last = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).order_by("path").last()
            self._last_step[parent.path] = Page._str2int(last.path[-Page.steplen :]) if last else 0
        self._last_step[parent.path] += 1
        return self._last_step[parent.path]

    def _count_children(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE wagtailcore_page SET numchild = counted.children FROM ("
                "SELECT left(path, -%s) AS above, count(*) AS children FROM wagtailcore_page WHERE depth > 1 GROUP BY 1"
                ") counted WHERE path = above AND numchild <> counted.children",
                [Page.steplen],
            )
