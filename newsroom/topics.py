"""The topics that something published is about, and everything about one: news, calls, events and publications."""

from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page

from governance.models import Sector
from sesec_portal.pagecache.memo import once_per_generation
from standards.models import CallPage

from .models import EventPage, NewsPage, PublicationPage

# As many topics as a page lists; there are a few dozen sectors at most.
MOST = 100


@once_per_generation
def topics_in_use(language):
    """Return the published topics of what is published and not made up, by their names in a language."""
    used = [pages.filter(topics__sector__isnull=False).values("topics__sector") for pages in _dated()]
    topics = Sector.objects.live().filter(reduce(or_, (Q(pk__in=of_one_kind) for of_one_kind in used)))
    return tuple(sorted(topics[:MOST], key=lambda topic: topic.shown_name))


def pages_about(topic):
    """Return the pages about a topic, in every language; the topics of a translation are those of its original."""
    about = [pages.filter(topics__sector=topic).values("translation_key") for pages in _dated()]
    return Page.objects.filter(reduce(or_, (Q(translation_key__in=of_one_kind) for of_one_kind in about)))


def _dated():
    models = NewsPage, CallPage, EventPage, PublicationPage
    return [model.objects.for_listing().order_by().filter(sample=False) for model in models]
