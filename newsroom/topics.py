"""The topics that something published is about, and everything about one, for feeds: nothing made up."""

from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page

from sesec_portal.pagecache.memo import once_per_generation
from standards.models.topics import pages_with_topics, topics_in_use

# As many topics as a page lists; there are a few dozen sectors at most.
MOST = 100


@once_per_generation
def topics_to_follow(language):
    """Return the published topics of what is published and not made up, by their names in a language."""
    return tuple(sorted(topics_in_use(_real())[:MOST], key=lambda topic: topic.shown_name))


def pages_about(topic):
    """Return the pages about a topic, in every language; the topics of a translation are those of its original."""
    about = [pages.filter(topics__sector=topic).values("translation_key") for pages in _real()]
    return Page.objects.filter(reduce(or_, (Q(translation_key__in=of_one_kind) for of_one_kind in about)))


def _real():
    return [pages.filter(sample=False) for pages in pages_with_topics()]
