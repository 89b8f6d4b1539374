"""What goes live or is taken down by itself, in one list for pages and registers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, Revision

from .records import Record

_ZONES = {gettext_lazy("Brussels"): ZoneInfo("Europe/Brussels"), gettext_lazy("Beijing"): ZoneInfo("Asia/Shanghai")}


@dataclass(frozen=True)
class Scheduled:
    """Something that happens to a page or an entry at a moment."""

    thing: Model
    what: Promise | str
    moment: datetime
    edit_url: str

    # What Wagtail's tables ask of a row.
    @property
    def pk(self) -> object:
        return self.thing.pk

    @property
    def kind(self) -> str:
        return capfirst(str(self.thing._meta.verbose_name))

    @property
    def when(self) -> str:
        """The moment, as the clocks of both offices show it."""
        shown = (f"{date_format(self.moment.astimezone(zone), 'j F Y, H:i')} ({name})" for name, zone in _ZONES.items())
        return " · ".join(shown)


def scheduled_for(user: User) -> list[Scheduled]:
    """Return what is scheduled of what somebody may edit, the next first."""
    finder = AdminURLFinder(user)
    found = ((thing, what, moment, finder.get_edit_url(thing)) for thing, what, moment in _scheduled())
    return sorted((Scheduled(*each) for each in found if each[-1]), key=lambda each: each.moment)


def _scheduled() -> Iterator[tuple[Model, Promise | str, datetime]]:
    versions = Revision.objects.filter(approved_go_live_at__isnull=False).prefetch_related("content_object")
    for version in versions:
        if version.content_object:
            yield version.content_object, _("a version is published"), version.approved_go_live_at
    for model in (Page, *Record.__subclasses__()):
        things = model.objects.filter(live=True, expire_at__isnull=False)
        for thing in things.specific() if model is Page else things:
            yield thing, _("is unpublished"), thing.expire_at


class ScheduledReport(ReportView):
    """The list, among the reports."""

    page_title = gettext_lazy("Scheduled")
    header_icon = "clock"
    index_url_name = "scheduled"
    index_results_url_name = "scheduled_results"
    no_results_message = gettext_lazy("Nothing is scheduled.")

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("thing", label=_("What"), get_url=lambda each: each.edit_url),
            Column("kind", label=_("Kind")),
            Column("what", label=_("What happens")),
            Column("when", label=_("When")),
        ]

    def get_queryset(self) -> list[Scheduled]:
        return scheduled_for(self.request.user)
