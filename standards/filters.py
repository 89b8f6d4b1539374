"""The filters that lists share."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from governance.models import Sector
from sesec_portal.pagecache.memo import once_per_generation
from standards.listing import Filter
from standards.models.bodies import BodyPage


def by_choice(name, label, choices):
    """Return the Filter by a field of `choices`, which has the same name."""
    return Filter(name, label, name, lambda: [(value, str(words)) for value, words in choices.choices])


def by_topic():
    """Return the Filter by topic."""
    return Filter("topic", _("Topic"), "topics__sector__code", lambda: _topics(get_language()))


def by_body(column):
    """Return the Filter by the body that the field of this name holds."""
    return Filter("body", _("Body"), f"{column}__slug", _bodies)


def _bodies():
    return [(body.slug, body.shown.title) for body in BodyPage.listed()]


@once_per_generation
def _topics(language):
    return tuple((sector.code, sector.shown_name) for sector in Sector.objects.live())
