"""The report on broken links."""

import django_filters  # type: ignore[import-untyped]  # it has no types
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from .models import LinkUse


class LinkFilters(WagtailFilterSet):
    """Narrows the report to links inside the portal, or to those that lead elsewhere."""

    where = django_filters.ChoiceFilter(
        label=_("Leads"),
        choices=[("True", _("inside the portal")), ("False", _("elsewhere"))],
        method="narrow",
    )

    class Meta:
        model = LinkUse
        fields: list[str] = []

    def narrow(self, uses: QuerySet[LinkUse], name: str, value: str) -> QuerySet[LinkUse]:
        """Return those of the chosen kind."""
        return uses.filter(link__isnull=value == "True")


class BrokenLinksReport(ReportView):
    """Lists every broken link of what is published."""

    model = LinkUse
    page_title = _("Broken links")
    header_icon = "link"
    index_url_name = "broken_links"
    index_results_url_name = "broken_links_results"
    no_results_message = _("No link is broken.")
    filterset_class = LinkFilters
    export_filename = "broken-links"
    export_headings = {
        "aim": _("Link"),
        "words": pgettext_lazy("of a link", "Words"),
        "where": _("Page or entry"),
        "place": _("Place in the form"),
        "said": _("What is wrong"),
        "broken_since": _("Broken since"),
        "owner": _("Owner"),
    }
    list_export = list(export_headings)

    @cached_property
    def columns(self) -> list[Column]:
        finder = AdminURLFinder(self.request.user)
        return [
            Column("aim", label=_("Link")),
            Column("words", label=pgettext_lazy("of a link", "Words")),
            TitleColumn(
                "where", label=_("Page or entry"), get_url=lambda use: use.thing and finder.get_edit_url(use.thing)
            ),
            Column("place", label=_("Place in the form")),
            Column("said", label=_("What is wrong")),
            Column("broken_since", label=_("Broken since")),
            Column("owner", label=_("Owner")),
        ]

    def get_base_queryset(self) -> QuerySet[LinkUse]:
        return LinkUse.objects.broken()
