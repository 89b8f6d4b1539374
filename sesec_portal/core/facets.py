"""What a page is about, as far as readers can narrow a search by it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise

from sesec_portal.edtf.dates import PartialDate

LONGEST_SPAN = 100


@dataclass(frozen=True)
class PageFacet:
    """The filter by which readers narrow a search to what is about one page: an attribute `facet` of its type.

    Attributes: `name`, by which addresses and `Facets.about` call it; `label`, by which readers do; and of the pages
    that can be chosen the fields that hold what stands in the address (`value`), what readers are shown (`words`; of
    "title" that in their language) and their order. `column` is that of the search index; all facets share
    `subjects`, but for the first two, which have columns of their own.
    """

    name: str
    label: str | Promise
    value: str = "slug"
    words: str = "title"
    order: str = "title"
    column: str = "subjects"


@dataclass(frozen=True)
class RecordFacet:
    """The filter by which readers narrow a search to what is about one entry of a register.

    Attributes: `name`, by which addresses and `Facets.about` call it; `label`, by which readers do; the `column` of the
    search index; and `options`, which returns what can be chosen in the active language: for each entry what stands in
    the address, its primary key, what readers are shown, and whether it is made up.
    """

    name: str
    label: str | Promise
    column: str
    options: Callable[[], Iterable[tuple[str, int, str, bool]]]


@dataclass(frozen=True)
class Facets:
    """What a page is about: `about` maps the name of a PageFacet to primary keys of pages in the first language.

    It maps the name of a RecordFacet to those of entries.

    `spans`: the pairs of a first and a last day that the thing lasted or may have happened in, with None in place of
    a pair that nobody recorded; None altogether for a text that has no date of its own. `sample`: whether the page
    shows a made-up entry among its own words.
    """

    about: Mapping[str, Collection[int]] = field(default_factory=dict)
    spans: Collection[tuple[date, date] | None] | None = None
    sample: bool = False

    @property
    def years(self) -> list[int]:
        """The years that the spans touch, in order; of a longer span the first hundred."""
        touched: set[int] = set()
        for first, last in filter(None, self.spans or ()):
            touched.update(range(first.year, min(last.year, first.year + LONGEST_SPAN) + 1))
        return sorted(touched)

    @property
    def last_day(self) -> date | None:
        """The last day of all spans; None where there is none."""
        return max((last for _, last in filter(None, self.spans or ())), default=None)


def span_of(starts: PartialDate | None, ends: PartialDate | None) -> tuple[date, date] | None:
    """Return the pair of days from the earliest of one PartialDate to the latest of another; None without any.

    Where only one of the two is recorded, the pair is what that one can mean.
    """
    known = [value for value in (starts, ends) if value]
    return (known[0].earliest, known[-1].latest) if known else None
