"""What readers find of sources follows the pages that cite them."""

from uuid import UUID

from django_tasks import task
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from sesec_portal.search.index.entries import thing_of
from sesec_portal.search.index.records import index_records
from sesec_portal.search.models import SearchEntry

from .finding import KIND
from .models import Source


def connect() -> None:
    """Keep the entries of sources in step with the pages that cite them, from now on."""
    for signal in (page_published, page_unpublished):
        signal.connect(_page_changed)


def _page_changed(instance: Page, **kwargs: object) -> None:
    # Behind Wagtail's own task, which records what the page cites.
    index_sources_of.enqueue(str(instance.translation_key))


@task()
def index_sources_of(key: str) -> None:
    """Write the entries of the sources that are found on a page or cited by it, by its key in every language."""
    entries = SearchEntry.objects.filter(kind=KIND, shown_on__translation_key=UUID(key))
    index_records(source for entry in entries if (source := thing_of(entry)))
    index_records(Source.objects.live().cited_by(Page.objects.filter(translation_key=key)))
