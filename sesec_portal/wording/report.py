"""The report of all words that will not stay true in what is published."""

from collections.abc import Iterator
from dataclasses import dataclass

import django_filters  # type: ignore[import-untyped]  # it has no types
from django.contrib.auth.models import User
from django.db.models import Model
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from .accepting import type_of
from .findings import Finding, Lint
from .models import AcceptedWording, Phrase
from .published import published_things


@dataclass(frozen=True)
class Row:
    """A finding in something published; `accepted`, where somebody has."""

    thing: Model
    finding: Finding
    accepted: AcceptedWording | None
    edit_url: str

    # What Wagtail's tables ask of a row.
    @property
    def pk(self) -> object:
        return self.thing.pk

    @property
    def kind(self) -> str:
        return capfirst(str(self.thing._meta.verbose_name))

    @property
    def language(self) -> str:
        return str(Phrase.Language(self.finding.language).label)

    @property
    def reason(self) -> str:
        return self.accepted.reason if self.accepted else ""

    @property
    def said(self) -> str:
        """Whether it is accepted, and by whom for which reason."""
        if not self.accepted:
            return _("Not accepted")
        told = {"who": self.accepted.accepted_by or _("Somebody"), "reason": self.accepted.reason}
        return _("Accepted by %(who)s: %(reason)s") % told


def rows_for(user: User) -> Iterator[Row]:
    """Yield what is found in everything published that somebody may edit."""
    lint, finder = Lint(), AdminURLFinder(user)
    known = {
        (one.content_type_id, one.object_id, one.finding): one
        for one in AcceptedWording.objects.select_related("accepted_by")
    }
    for thing in published_things():
        found = lint.of(thing)
        address = finder.get_edit_url(thing) if found else ""
        for finding in found if address else ():
            key = type_of(thing).pk, str(thing.pk), finding.key
            yield Row(thing, finding, known.get(key), address)


class WordingFilter(WagtailFilterSet):
    """By language, and by whether it is accepted."""

    language = django_filters.ChoiceFilter(label=gettext_lazy("Language"), choices=Phrase.Language.choices)
    accepted = django_filters.ChoiceFilter(
        label=gettext_lazy("Accepted"), choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]
    )

    class Meta:
        model = AcceptedWording
        fields: list[str] = []

    def filter_queryset(self, queryset: list[Row]) -> list[Row]:
        """Return the rows that were asked for."""
        language, accepted = self.form.cleaned_data["language"], self.form.cleaned_data["accepted"]
        return [
            row
            for row in queryset
            if language in ("", row.finding.language) and accepted in ("", "yes" if row.accepted else "no")
        ]


class WordingReport(ReportView):
    """The list, among the reports."""

    page_title = gettext_lazy("Words that will not stay true")
    header_icon = "warning"
    index_url_name = "wording:report"
    index_results_url_name = "wording:report_results"
    no_results_message = gettext_lazy("Nothing was found in what is published.")
    filterset_class = WordingFilter
    export_filename = "wording"
    list_export = ["thing", "kind", "finding.place", "language", "finding.phrase", "finding.sentence", "said"]

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("thing", label=_("What"), get_url=lambda row: row.edit_url),
            Column("kind", label=_("Kind")),
            Column("place", label=_("Where it stands"), accessor="finding.place"),
            SentenceColumn("sentence", label=_("Sentence")),
            Column("said", label=_("Accepted")),
        ]

    @property
    def export_headings(self) -> dict[str, str]:
        """What the columns of the table are called."""
        return {
            "thing": _("What"),
            "kind": _("Kind"),
            "finding.place": _("Where it stands"),
            "language": _("Language"),
            "finding.phrase": _("Phrase"),
            "finding.sentence": _("Sentence"),
            "said": _("Accepted"),
        }

    @cached_property
    def filters(self) -> WordingFilter:
        """The filters, which narrow a list instead of a query."""
        return self.filterset_class(self.request.GET, queryset=AcceptedWording.objects.none(), request=self.request)

    def get_queryset(self) -> list[Row]:
        return list(rows_for(self.request.user))


class SentenceColumn(Column):
    """The sentence, with the phrase marked."""

    cell_template_name = "wording/sentence_cell.html"

    def get_value(self, instance: Row) -> Finding:
        """Return what the cell prints."""
        return instance.finding
