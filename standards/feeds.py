"""Feeds of what lists show, narrowed as the lists are."""

from sesec_portal.core.feed_entries import Feed
from sesec_portal.core.page_entries import told_of
from sesec_portal.languages.punctuation import listed

from .listing import Choices


def feed_of(index, title):
    """Return the Feed of everything that a list shows, which follows a reader's choices too.

    Arguments: the page type of the list, and the title of the feed.
    """

    def narrowed(parameters):
        choices = Choices(index.filters, parameters)
        same = choices.narrow(index.listed_model.objects.for_listing()).order_by().values("translation_key")
        pages = index.listed_model.objects.filter(translation_key__in=same)
        return Feed(
            index.feed,
            listed([title, *choices.labels]),
            lambda: told_of(pages),
            is_part=True,
            query=choices.query(),
        )

    return Feed(index.feed, title, lambda: told_of(index.listed_model.objects.all()), is_part=True, narrowed=narrowed)
