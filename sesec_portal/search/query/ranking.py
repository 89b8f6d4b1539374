"""Which results come first."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import (
    BooleanField,
    Case,
    ExpressionWrapper,
    F,
    OrderBy,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast

from sesec_portal.edtf.clock import today

from ..models import SearchEntry, SearchEntryQuerySet, tsquery_for
from ..words.folding import name_of
from .kinds import kinds
from .limits import looked_at, translated
from .parameters import Query

# As many results as anybody pages through.
MOST_RANKED = 500
# In the order of PostgreSQL: D, pieces of Chinese and years to ask about; C, the text; B, the summary, headings and
# other names; A, the title.
_WEIGHTS = [0.1, 0.2, 0.4, 1.0]
# Dividing by 1 + the logarithm of the length: a long document is not better for being long.
_BY_LENGTH = 1
# Dividing by the number of words: a title that says nothing else is the better one.
_BY_WORDS = 2
# Of a kind whose readers look ahead, what is over counts half.
_OF_WHAT_IS_OVER = 0.5
_NEWEST = (F("day").desc(nulls_last=True), "pk")


class Ranking:
    """What was asked for, the best first: a part of it is a list of primary keys of entries.

    Arguments: the entries among which to look, of one language, and the Query. What has the words for its whole
    title or another of its names comes first, then what has them all in one of these (of more than 500 the newest),
    pages before entries of registers and the words that were typed before others that mean the same, then the rest;
    each group by where and how often the words stand in it; of the rest no more than `looked_at` is compared. Without
    words the newest come first. Kinds that come `after_others` do so unless the words are one of their names. Entries
    that are translated among those of `but` are left out.
    """

    def __init__(self, entries: SearchEntryQuerySet, query: Query, but: SearchEntryQuerySet | None = None) -> None:
        self._listed: QuerySet = entries
        self._order: tuple[str | OrderBy, ...] = _NEWEST
        if query.words:
            self._compare(entries, query)
        if but is not None:
            same = Subquery(translated(but, OuterRef("translation_key")))
            self._listed = self._listed.annotate(same=same).filter(same=None)

    def __getitem__(self, part: "slice[int | None, int | None, None]") -> list[int]:
        """Return a part, given as a slice."""
        return list(self._listed.order_by(*self._order).values_list("pk", flat=True)[:MOST_RANKED][part])

    def _compare(self, entries: SearchEntryQuerySet, query: Query) -> None:
        tsquery = tsquery_for(query.terms)
        marks = {
            "is_last": _holds(_is_last()),
            "is_title": _holds(_is_title(query.titles)),
            "in_title": _holds(Q(title_vector=tsquery)),
            "is_titled_entry": _holds(Q(title_vector=tsquery, key__isnull=False)),
            "is_titled_as_typed": _holds(Q(title_vector=tsquery_for(query.asked.typed))),
            "rank": _rank(tsquery),
        }
        matching = entries.matching(query.terms)
        # What has all words in its title has them altogether, but for a word to leave out, which its text may have.
        titled = (matching if "!" in query.terms else entries).filter(title_vector=tsquery)
        newest = titled.order_by(*_NEWEST).values("pk")[:MOST_RANKED]
        compared = newest.union(*looked_at(matching.order_by().values("pk")))
        self._listed = SearchEntry.objects.filter(pk__in=compared).annotate(**marks)
        self._order = ("-is_title", "is_last", "-in_title", "is_titled_entry", "-is_titled_as_typed", "-rank", *_NEWEST)


def to_show(numbers: Sequence[int], query: Query) -> list[SearchEntry]:
    """Return the entries with these primary keys, in this order, with what is shown of them.

    Each has its page or document, and as `tsquery` what PostgreSQL made of the words.
    """
    tsquery = Cast(tsquery_for(query.terms), TextField()) if query.words else Value("")
    asked = SearchEntry.objects.annotate(tsquery=tsquery)  # type: ignore[no-redef]  # so that it can be read
    entries = asked.defer("vector", "title_vector")
    found = entries.select_related("page__locale", "document", "shown_on").in_bulk(numbers)
    return [found[number] for number in numbers]


def _rank(tsquery: SearchQuery) -> CombinedExpression:
    """Return how well an entry answers: by where its words stand, and how much of its title they are, if all do."""
    in_all = SearchRank(F("vector"), tsquery, weights=_WEIGHTS, normalization=_BY_LENGTH)
    of_title = Case(
        When(title_vector=tsquery, then=SearchRank(F("title_vector"), tsquery, normalization=_BY_WORDS)), default=0.0
    )
    is_over = Q(kind__in=_names_of("prefers_ahead")) & (Q(day=None) | Q(day__lt=today()))
    return (in_all + of_title) * Case(When(is_over, then=_OF_WHAT_IS_OVER), default=1.0)


def _names_of(attribute: str) -> list[str]:
    return [kind.name for kind in kinds().values() if getattr(kind, attribute)]


def _is_last() -> Q:
    return Q(kind__in=_names_of("after_others"))


def _is_title(words: Iterable[str]) -> Q:
    """Return the condition that one of these is the whole title, or another name: of what comes last, a name."""
    return reduce(or_, (Q(title__iexact=title) for title in words)) & ~_is_last() | Q(
        names__overlap=[*map(name_of, words)]
    )


def _holds(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())
