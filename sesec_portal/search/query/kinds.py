"""The kinds of things that readers find: those of the page types and of the registers, and documents."""

from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, get_page_models

from ..records import SearchedRecords, searched_records

TEXT, DOCUMENT = "page", "document"


@dataclass(frozen=True)
class Kind:
    """A kind by its name in the index, and its words for one and for many.

    Attributes: whether a search `counts_all` there are, whether they come `after_others`, and whether a search
    `prefers_ahead`: what ends on a day to come, rather than what is over or has no end on record.
    """

    name: str
    one: str | Promise
    many: str | Promise
    counts_all: bool = False
    after_others: bool = False
    prefers_ahead: bool = False


@cache
def kinds() -> dict[str, Kind]:
    """Return every Kind by its name, in the order of the list of filters: documents and other pages come last."""
    models = [model for model in get_page_models() if getattr(model, "search_type", TEXT) != TEXT]
    found = [(model.search_order, _kind_of(model)) for model in models]
    found += [(records.order, _kind_of_records(records)) for records in searched_records().values()]
    own = [Kind(DOCUMENT, _("Document"), _("Documents")), Kind(TEXT, _("Page"), _("Other pages"))]
    return {kind.name: kind for kind in [*(kind for _order, kind in sorted(found, key=itemgetter(0))), *own]}


def _kind_of(model: type[Page]) -> Kind:
    words = capfirst(model._meta.verbose_name), capfirst(model._meta.verbose_name_plural)
    return Kind(model.search_type, *words, model.search_counts_all, prefers_ahead=model.search_prefers_ahead)


def _kind_of_records(records: SearchedRecords) -> Kind:
    return Kind(records.name, records.one, records.many, records.counts_all, records.after_others)
