"""How much was found, in one query: in all, in the other language, and for each value of each filter.

Of more than a thousand pages of text a thousand are counted; the FacetCounts say what is not counted whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Value
from django.db.models.expressions import RawSQL

from ..facets import Facet, facets
from ..models import SearchEntryQuerySet
from .filters import Filters
from .limits import MOST_TEXTS, looked_at, registers, translated

_COUNTS = """
    SELECT 'texts', here::text, count(*) FROM found WHERE kind <> ALL(%s) GROUP BY here
    UNION ALL
    SELECT CASE WHEN here THEN 'here' ELSE 'elsewhere' END, kind, count(*) FROM found
     WHERE (here OR ({same}) IS NULL) AND {all_fit} GROUP BY here, kind
"""
# A value is counted among what fits all other filters.
_OF_VALUES = "SELECT '{name}', {column}::text, count(*) FROM found WHERE here AND {others_fit} GROUP BY {column}"
_OF_LISTS = """
    SELECT '{name}', listed::text, count(*) FROM found, unnest({column}) listed
     WHERE here AND {others_fit} GROUP BY listed
"""


@dataclass
class FacetCounts:
    """The number of results in the reader's language and elsewhere, and by facet the number for each of its keys.

    The count of a value is the number of results that a reader gets who chooses it and keeps the other filters.
    `many_here` and `many_elsewhere`: whether there are more results than that, as not all texts were counted;
    `many_texts`: whether that is so of texts before any filter, and thus of the counts of years and of kinds of texts.
    """

    here: int = 0
    elsewhere: int = 0
    by_facet: dict[str, dict[str, int]] = field(default_factory=dict)
    many_here: bool = False
    many_elsewhere: bool = False
    many_texts: bool = False


def count_facets(found: SearchEntryQuerySet, filters: Filters, language: str) -> FacetCounts:
    """Return the FacetCounts of these search entries.

    Arguments: the entries that the words find, in every language; the Filters; the reader's language.
    What is found in another language counts only where its translation is not found here.
    """
    inner, parameters = _looked_at(found, filters, language).query.sql_with_params()
    fitting = found.filter(filters.condition, language=language)
    same, of_same = translated(fitting, RawSQL("found.translation_key", ())).query.sql_with_params()
    totals: dict[str, dict[str, int]] = {"here": {}, "elsewhere": {}, "texts": {}}
    by_facet: dict[str, dict[str, int]] = {facet.name: {} for facet in facets()}
    with connection.cursor() as cursor:
        # Only what is declared in the code and what the ORM compiled: values travel as parameters.
        counts = " UNION ALL ".join([_COUNTS.format(same=same, all_fit=_fit(facets())), *map(_counts_of, facets())])
        cursor.execute(f"WITH found AS MATERIALIZED ({inner}) {counts}", [*parameters, registers(), *of_same])
        for name, key, number in cursor.fetchall():
            (totals | by_facet)[name][key] = number
    return FacetCounts(
        here=sum(totals["here"].values()),
        elsewhere=sum(totals["elsewhere"].values()),
        by_facet=by_facet,
        many_here=sum(count for kind, count in totals["here"].items() if kind not in registers()) > MOST_TEXTS,
        many_elsewhere=totals["texts"].get("false", 0) > MOST_TEXTS,
        many_texts=totals["texts"].get("true", 0) > MOST_TEXTS,
    )


def _counts_of(facet: Facet) -> str:
    others = _fit(other for other in facets() if other is not facet)
    return (_OF_LISTS if facet.many else _OF_VALUES).format(name=facet.name, column=facet.column, others_fit=others)


def _fit(some: Iterable[Facet]) -> str:
    return " AND ".join(f"of_{facet.name}" for facet in some)


def _looked_at(found: SearchEntryQuerySet, filters: Filters, language: str) -> QuerySet:
    """The entries to count, those that fit all filters among them, marked with the filters that each of them fits."""
    marks = {f"of_{one.facet.name}": _holds(one.condition) for one in filters.filters}
    columns = {"pk", "translation_key", *(facet.column for facet in facets())}
    fitting = found.filter(filters.condition)
    parts = []
    for code, _name in settings.LANGUAGES:
        marks["here"] = Value(code == language)
        for entries in [found, fitting] if filters.active else [found]:
            parts += looked_at(entries.order_by().filter(language=code).values(*sorted(columns), **marks))
    return parts[0].union(*parts[1:])


def _holds(condition: Q) -> ExpressionWrapper | Value:
    return ExpressionWrapper(condition, output_field=BooleanField()) if condition else Value(True)
