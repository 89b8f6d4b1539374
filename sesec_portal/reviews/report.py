"""The report on reviews: of everything who looks after it, when it was reviewed, and by when it is due."""

from dataclasses import dataclass
from datetime import date

import django_filters  # type: ignore[import-untyped]  # it has no types
from django.contrib.auth.models import User
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from sesec_portal.core.admin_titles import admin_title_of
from sesec_portal.core.reviewed import Reviewed
from sesec_portal.edtf.clock import today

from .due import everything

DUE, AHEAD, NEVER = "due", "ahead", "never"
NOBODY = "nobody"


def name_of(user: User) -> str:
    """Return how an owner is called, with a word if they have left."""
    name = user_display_name(user)
    return name if user.is_active else _("%(who)s (has left)") % {"who": name}


@dataclass(frozen=True)
class ReviewRow:
    """What the report says of a page or entry."""

    thing: Reviewed
    due_on: date | None
    url: str

    @property
    def pk(self) -> str:
        """A key that no other row has, as Wagtail's tables ask for."""
        return f"{self.thing._meta.label}-{self.thing.pk}"

    @property
    def title(self) -> str:
        return admin_title_of(self.thing)

    @property
    def kind(self) -> str:
        return capfirst(str(self.thing._meta.verbose_name))

    @property
    def owner(self) -> User | None:
        return self.thing.owner  # type: ignore[attr-defined]  # pages and records have one

    @property
    def owner_name(self) -> str:
        return name_of(self.owner) if self.owner else ""

    @property
    def reviewed_on(self) -> date | None:
        return self.thing.reviewed_on

    @property
    def state(self) -> str:
        if not self.due_on:
            return NEVER
        return DUE if self.due_on <= today() else AHEAD


def _people() -> list[tuple[str, object]]:
    return [(NOBODY, _("nobody")), *((str(user.pk), name_of(user)) for user in User.objects.order_by("username"))]


class ReviewFilterSet(WagtailFilterSet):
    """Narrows the report, the rows of which are in memory already."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Review"),
        choices=[
            (DUE, gettext_lazy("due")),
            (AHEAD, gettext_lazy("due later")),
            (NEVER, gettext_lazy("never due by itself")),
        ],
    )
    owner = django_filters.ChoiceFilter(label=gettext_lazy("Owner"), choices=_people)

    class Meta:
        model = User
        fields: list[str] = []

    def filter_queryset(self, rows: list[ReviewRow]) -> list[ReviewRow]:
        """Return the rows that were asked for."""
        state, owner = self.form.cleaned_data["state"], self.form.cleaned_data["owner"]
        found = (row for row in rows if not state or row.state == state)
        return [row for row in found if not owner or owner == (str(row.owner.pk) if row.owner else NOBODY)]


class ReviewReport(ReportView):
    """The report, of what somebody may edit."""

    page_title = gettext_lazy("Reviews")
    header_icon = "calendar-check"
    index_url_name = "reviews:report"
    index_results_url_name = "reviews:report_results"
    no_results_message = gettext_lazy("Nothing here is reviewed.")
    filterset_class = ReviewFilterSet
    export_filename = "reviews"
    list_export = ["title", "kind", "owner_name", "reviewed_on", "due_on"]
    export_headings = {
        "title": gettext_lazy("What"),
        "kind": gettext_lazy("Kind"),
        "owner_name": gettext_lazy("Owner"),
        "reviewed_on": gettext_lazy("Last reviewed"),
        "due_on": gettext_lazy("Due"),
    }

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("title", label=_("What"), get_url=lambda row: row.url),
            Column("kind", label=_("Kind")),
            Column("owner_name", label=_("Owner")),
            Column("reviewed_on", label=_("Last reviewed")),
            Column("due_on", label=_("Due")),
        ]

    def get_base_queryset(self) -> list[ReviewRow]:
        finder = AdminURLFinder(self.request.user)
        found = ((thing, due, finder.get_edit_url(thing)) for thing, due in everything())
        return [ReviewRow(*each) for each in found if each[-1]]
