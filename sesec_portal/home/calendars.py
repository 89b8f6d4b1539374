"""Deadlines and events for readers' calendars: of one page, of a list as its filters narrow it, and of a topic."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Page, Site, get_page_models

from newsroom.calendar_entries import occasions
from newsroom.models import EventPage
from sesec_portal.languages.punctuation import listed
from sesec_portal.visibility.pages import public
from sesec_portal.web.redirects import page_formerly_at
from standards.calendars.deadlines import deadlines
from standards.calendars.entries import Calendar
from standards.calendars.written import as_icalendar
from standards.filters import by_topic
from standards.listing import Choices
from standards.models import CallPage


@require_safe
@conditional_page
def everything(request: HttpRequest) -> HttpResponse:
    """Answer with all deadlines and events, or those of the topic that the address names."""
    choices = Choices([by_topic()], request.GET)
    calls, events = choices.narrow(CallPage.objects.by_day()), choices.narrow(EventPage.objects.by_day())
    title = listed([_("SESEC: deadlines and events"), *choices.labels])
    return _answer(Calendar(title, [*deadlines(calls), *occasions(events)]), "calendar")


@require_safe
@conditional_page
def of_page(request: HttpRequest, path: str, name: str) -> HttpResponse:
    """Answer with the calendar of the page at this path: that page must be published, public and in this language.

    The address that a calendar had before its page was renamed or moved leads to the present one.
    """
    root = Site.find_for_request(request).root_page.localized
    models = [model for model in get_page_models() if hasattr(model, "calendar")]
    found = public(Page.objects).filter(locale__language_code=get_language(), url_path=f"{root.url_path}{path}")
    page = found.type(*models).select_related("locale").specific().first()
    calendar = page.calendar(request.GET) if page and page.calendar_name == name else None
    if calendar:
        return _answer(calendar, name)
    moved = None if page else page_formerly_at(request, request.path.removesuffix(f"{name}.ics"))
    if not moved or getattr(moved, "calendar_name", None) != name:
        raise Http404
    return HttpResponsePermanentRedirect(f"{moved.get_url(request)}{name}.ics")


def _answer(calendar: Calendar, name: str) -> HttpResponse:
    response = HttpResponse(as_icalendar(calendar), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response
