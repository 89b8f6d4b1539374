"""The page that tells readers how to follow the portal: its feeds and its calendars."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from newsroom.topics import topics_to_follow
from sesec_portal.home.feeds import feeds


@require_safe
def follow(request: HttpRequest) -> HttpResponse:
    """Explain feeds and calendars, with a link to each."""
    general = [feed for feed in feeds().values() if not feed.topic]
    return render(request, "home/follow.html", {"feeds": general, "topics": topics_to_follow(get_language())})
