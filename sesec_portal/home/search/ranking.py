"""Which results come first."""

from django.contrib.postgres.search import SearchRank
from django.db.models import BooleanField, ExpressionWrapper, F, Q, TextField, Value
from django.db.models.functions import Cast

from sesec_portal.core.search_index.models import SearchEntry, asked_for

# As many results as anybody pages through; more are not compared, however common the words.
MOST_RANKED = 500
# In the order of PostgreSQL: D, of which there are none; C, the text; B, the summary and other names; A, the title.
_WEIGHTS = [0.1, 0.2, 0.4, 1.0]
# Dividing by 1 + the logarithm of the length: a long document is not better for being long.
_BY_LENGTH = 1


def ranked(entries, asked):
    """Return search entries, the best first, at most 500.

    Arguments: the entries found, and the Asked that found them. What has the words for its whole title comes
    first, then what has them all in its title, then the rest, each group by where and how often the words stand in
    it; of more than 500 the rest is the newest. Without words the newest come first. Each entry has `asked`, what
    PostgreSQL made of the words.
    """
    newest = F("day").desc(nulls_last=True)
    if not asked.words:
        return _to_show(entries.annotate(asked=Value("")).order_by(newest, "pk"))[:MOST_RANKED]
    query = asked_for(asked.terms)
    in_title = {"is_title": _holds(Q(title__iexact=asked.words)), "in_title": _holds(Q(title_vector=query))}
    titles_first = ("-is_title", "-in_title")
    best = entries.annotate(**in_title).order_by(*titles_first, newest, "pk").values("pk")[:MOST_RANKED]
    rank = SearchRank("vector", query, weights=_WEIGHTS, normalization=_BY_LENGTH)
    compared = SearchEntry.objects.filter(pk__in=best).annotate(**in_title, rank=rank)
    in_order = compared.order_by(*titles_first, "-rank", newest, "pk")
    return _to_show(in_order.annotate(asked=Cast(query, TextField())))


def _to_show(entries):
    """With the pages and documents, and without what only PostgreSQL reads."""
    return entries.select_related("page__locale", "document").defer("vector", "title_vector")


def _holds(condition):
    return ExpressionWrapper(condition, output_field=BooleanField())
