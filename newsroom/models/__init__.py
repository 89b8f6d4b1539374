from .concerned import EventConcerned, EventTopic, NewsConcerned, NewsTopic, PublicationTopic
from .event_parts import EventFile, Speaker
from .events import EventPage
from .indexes import EventIndexPage, NewsIndexPage, PublicationIndexPage
from .news import NewsPage
from .publications import PublicationFile, PublicationPage

__all__ = [
    "EventConcerned",
    "EventFile",
    "EventIndexPage",
    "EventPage",
    "EventTopic",
    "NewsConcerned",
    "NewsIndexPage",
    "NewsPage",
    "NewsTopic",
    "PublicationFile",
    "PublicationIndexPage",
    "PublicationPage",
    "PublicationTopic",
    "Speaker",
]
