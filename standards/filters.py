"""The filters that lists share."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.sources import any_sample
from sesec_portal.pagecache.memo import once_per_generation
from standards.listing import Filter
from standards.models.bodies import BodyPage
from standards.models.topics import pages_with_topics, topics_in_use


def by_choice(name, label, choices):
    """Return the Filter by a field of `choices`, which has the same name."""
    return Filter(name, label, name, lambda: [(value, str(words)) for value, words in choices.choices])


def by_topic():
    """Return the Filter by topic."""
    return Filter(
        "topic",
        _("Topic"),
        "topics__sector__code",
        lambda: [(sector.code, sector.shown_name) for sector in _topics()],
        lambda: any_sample(_topics()),
    )


def by_body(column):
    """Return the Filter by the body that the field of this name holds."""
    return Filter("body", _("Body"), f"{column}__slug", _bodies, lambda: any_sample(BodyPage.listed()))


def topics_to_choose():
    """Return the topics in use as options of a RecordFacet."""
    return [(sector.code, sector.pk, sector.shown_name, any_sample([sector])) for sector in _topics()]


def _bodies():
    return [(body.slug, body.shown.title) for body in BodyPage.listed()]


@once_per_generation
def _topics():
    return tuple(topics_in_use(pages_with_topics()))
