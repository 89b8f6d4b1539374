"""How much was found, in one query: in all, in the other language, and for each value of each filter."""

from dataclasses import dataclass, field

from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Q, Value

_COUNTS = """
    SELECT 'here', '', count(*) FROM found WHERE here AND of_type AND of_phase AND of_partner AND of_year
    UNION ALL
    SELECT 'elsewhere', '', count(*) FROM found
     WHERE NOT here AND of_type AND of_phase AND of_partner AND of_year
       AND NOT EXISTS (SELECT FROM found same WHERE same.translation_key = found.translation_key AND same.here
                       AND same.of_type AND same.of_phase AND same.of_partner AND same.of_year)
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
class Tally:
    """The number of results in the reader's language and elsewhere, and by facet the number for each of its keys.

    The count of a value is the number of results that a reader gets who chooses it and keeps the other filters.
    """

    here: int = 0
    elsewhere: int = 0
    by_facet: dict[str, dict[str, int]] = field(default_factory=dict)


def tally(found, filters, language):
    """Return the Tally of these search entries.

    Arguments: the entries that the words find, in every language; the Filters; the reader's language.
    What is found in another language counts only where its translation is not found here.
    """
    marks = {"here": _holds(Q(language=language))}
    marks |= {f"of_{facet.name}": _holds(facet.condition) for facet in filters.facets}
    marked = found.order_by().values("kind", "phases", "partners", "years", "translation_key", **marks)
    inner, parameters = marked.query.sql_with_params()
    counted = Tally(by_facet={facet.name: {} for facet in filters.facets})
    with connection.cursor() as cursor:
        # Only constants and what the ORM compiled: values travel as parameters.
        cursor.execute(f"WITH found AS MATERIALIZED ({inner}) {_COUNTS}", parameters)
        for name, key, number in cursor.fetchall():
            if name in counted.by_facet:
                counted.by_facet[name][key] = number
            else:
                setattr(counted, name, number)
    return counted


def _holds(condition):
    return ExpressionWrapper(condition, output_field=BooleanField()) if condition else Value(True)
