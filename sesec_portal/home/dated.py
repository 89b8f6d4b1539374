"""What closes next, what happens next and the latest news, for the front page."""

from dataclasses import dataclass

from django.utils.translation import get_language

from newsroom.models import EventPage, NewsPage
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.boundaries import era
from sesec_portal.pagecache.memo import once_per_generation
from standards.models import CallPage

OF_EACH = 3


@dataclass(frozen=True)
class Dated:
    """The first of each, with the page to show: open calls, events to come, news with a date."""

    calls: list[CallPage]
    events: list[EventPage]
    news: list[NewsPage]

    @classmethod
    def now(cls) -> "Dated":
        """Return what stands on the front page at this instant."""
        return _dated(get_language(), era())

    @property
    def shown(self) -> list[CallPage | EventPage | NewsPage]:
        """All of them."""
        return [*self.calls, *self.events, *self.news]


@once_per_generation
def _dated(language: str, era: float | None) -> Dated:
    news = NewsPage.objects.by_day().exclude(date_earliest=None)
    return Dated(
        calls=shown_to_reader(CallPage.objects.by_day().open()[:OF_EACH], language),
        events=shown_to_reader(EventPage.objects.by_day().ahead()[:OF_EACH], language),
        news=shown_to_reader(news[:OF_EACH], language),
    )
