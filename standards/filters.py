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


def by_body(model, column):
    """Return the Filter by the body that a page type's field of this name holds: it offers those that are held."""

    def bodies():
        held = _held(model, column)
        return [body for body in BodyPage.listed() if body.pk in held]

    def options():
        return [(body.slug, body.shown.title) for body in bodies()]

    return Filter("body", _("Body"), f"{column}__slug", options, lambda: any_sample(bodies()))


def topics_to_choose():
    """Return the topics in use as options of a RecordFacet."""
    return [(sector.code, sector.pk, sector.shown_name, any_sample([sector])) for sector in _topics()]


@once_per_generation
def _held(model, column):
    return frozenset(model.objects.for_listing().order_by().values_list(column, flat=True))


@once_per_generation
def _topics():
    return tuple(topics_in_use(pages_with_topics()))
