"""The news, on pages of the apps below."""

from django import template

from newsroom.models import NewsConcerned, NewsPage
from sesec_portal.languages.pages import shown_to_reader

register = template.Library()

LATEST = 5


@register.simple_tag
def news_about(body):
    """Return the latest news that concerns a body of the who-is-who, each with the page to show.

    Made-up news is told of a made-up body alone, whose page says that it is one.
    """
    if not body.pk:
        return []
    about = NewsConcerned.objects.filter(body=body.pk)
    news = NewsPage.objects.by_day().filter(pk__in=about.values("page"), sample__in=[False, body.sample])
    return shown_to_reader(news[:LATEST])
