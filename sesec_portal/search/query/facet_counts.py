"""How much was found, in one query: in all, in the other language, and for each value of each filter.

Of more than a thousand pages of text a thousand are counted; the FacetCounts say what is not counted whole.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Value
from django.db.models.expressions import RawSQL

from ..models import SearchEntryQuerySet
from .filters import Filters
from .limits import MOST_TEXTS, TEXTS, looked_at, translated

_COUNTED = ("pk", "kind", "phases", "partners", "years", "translation_key")
_COUNTS = """
    SELECT 'texts', here::text, count(*) FROM found WHERE kind = ANY(%s) GROUP BY here
    UNION ALL
    SELECT CASE WHEN here THEN 'here' ELSE 'elsewhere' END, kind, count(*) FROM found
     WHERE (here OR ({same}) IS NULL) AND of_type AND of_phase AND of_partner AND of_year GROUP BY here, kind
    UNION ALL
    SELECT 'type', kind, count(*) FROM found WHERE here AND of_phase AND of_partner AND of_year GROUP BY kind
    UNION ALL
    SELECT 'phase', phase::text, count(*) FROM found, unnest(phases) phase
     WHERE here AND of_type AND of_partner AND of_year GROUP BY phase
    UNION ALL
    SELECT 'partner', partner::text, count(*) FROM found, unnest(partners) partner
     WHERE here AND of_type AND of_phase AND of_year GROUP BY partner
    UNION ALL
    SELECT 'year', year::text, count(*) FROM found, unnest(years) year
     WHERE here AND of_type AND of_phase AND of_partner GROUP BY year
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
    by_facet: dict[str, dict[str, int]] = {facet.name: {} for facet in filters.facets}
    with connection.cursor() as cursor:
        # Only constants and what the ORM compiled: values travel as parameters.
        counts = _COUNTS.format(same=same)
        cursor.execute(f"WITH found AS MATERIALIZED ({inner}) {counts}", [*parameters, list(TEXTS), *of_same])
        for name, key, number in cursor.fetchall():
            (totals | by_facet)[name][key] = number
    return FacetCounts(
        here=sum(totals["here"].values()),
        elsewhere=sum(totals["elsewhere"].values()),
        by_facet=by_facet,
        many_here=sum(totals["here"].get(kind, 0) for kind in TEXTS) > MOST_TEXTS,
        many_elsewhere=totals["texts"].get("false", 0) > MOST_TEXTS,
        many_texts=totals["texts"].get("true", 0) > MOST_TEXTS,
    )


def _looked_at(found: SearchEntryQuerySet, filters: Filters, language: str) -> QuerySet:
    """The entries to count, those that fit all filters among them, marked with the filters that each of them fits."""
    marks = {f"of_{facet.name}": _holds(facet.condition) for facet in filters.facets}
    fitting = found.filter(filters.condition)
    parts = []
    for code, _name in settings.LANGUAGES:
        marks["here"] = Value(code == language)
        for entries in [found, fitting] if filters.active else [found]:
            parts += looked_at(entries.order_by().filter(language=code).values(*_COUNTED, **marks))
    return parts[0].union(*parts[1:])


def _holds(condition: Q) -> ExpressionWrapper | Value:
    return ExpressionWrapper(condition, output_field=BooleanField()) if condition else Value(True)
