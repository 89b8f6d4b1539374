"""Which results come first."""

from django.contrib.postgres.search import SearchRank
from django.db.models import BooleanField, ExpressionWrapper, F, Q, TextField
from django.db.models.functions import Cast

from sesec_portal.core.search_index.models import SearchEntry, asked_for

# As many results as anybody pages through; more are not compared, however common the words.
MOST_RANKED = 500
# Of a word in the text, (unused), in the summary or among synonyms, in the title.
_WEIGHTS = [0.1, 0.2, 0.4, 1.0]
# Dividing by 1 + the logarithm of the length: a long document is not better for being long.
_BY_LENGTH = 1


def ranked(entries, terms):
    """Return search entries, the best first, at most 500.

    Arguments: the entries found, and the terms that found them. Those whose title holds the terms come before
    others, newer before older, when there are more than 500; these 500 are ranked by where and how often the terms
    stand in them. Without terms the newest come first. Each has `asked`, what PostgreSQL made of the terms.
    """
    newest = F("day").desc(nulls_last=True)
    if not terms:
        return entries.order_by(newest, "pk")[:MOST_RANKED]
    query = asked_for(terms)
    in_title = ExpressionWrapper(Q(title_vector=query), output_field=BooleanField())
    best = entries.annotate(in_title=in_title).order_by("-in_title", newest, "pk").values("pk")[:MOST_RANKED]
    rank = SearchRank("vector", query, weights=_WEIGHTS, normalization=_BY_LENGTH)
    compared = SearchEntry.objects.filter(pk__in=best).annotate(rank=rank, asked=Cast(query, TextField()))
    return compared.order_by("-rank", newest, "pk")
