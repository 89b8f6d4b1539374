"""How long programs may keep what they ask for again and again."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page

# So that what was withdrawn is not listed for long.
FIVE_MINUTES = 300

View = Callable[..., HttpResponseBase]


def for_programs(view: View) -> View:
    """Let what a view answers be kept for five minutes, and asked about by its ETag afterwards."""
    kept: Callable[[HttpRequest], HttpResponseBase] = cache_control(public=True, max_age=FIVE_MINUTES)(
        conditional_page(view)
    )
    return kept
