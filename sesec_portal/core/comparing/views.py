"""The comparison of two versions, with the choice of the two; one for pages, one for entries of registers."""

import re
from typing import Any, NamedTuple

from django.contrib.admin.utils import quote
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.admin.views.pages.revisions import RevisionsCompare
from wagtail.models import Page, Revision
from wagtail.snippets.views.snippets import RevisionsCompareView

from sesec_portal.languages.punctuation import in_brackets, listed

from .marking import is_marked
from .names import names_known
from .rows import in_words

# Of how many versions, the latest, two can be chosen.
_MOST = 200
_VERSION = re.compile("live|[0-9]+")


class Change(NamedTuple):
    """What became of one field, as the template of Wagtail's comparison asks for it."""

    field_label: str
    htmldiff: SafeString
    is_field: bool = True


def comparison_address(thing: Model, former: object, latter: object) -> str:
    """Return where two versions are compared, each a Revision's primary key; or "live", "earliest" or "latest"."""
    if isinstance(thing, Page):
        return reverse("wagtailadmin_pages:revisions_compare", args=[thing.pk, former, latter])
    name = type(thing).snippet_viewset.get_url_name("revisions_compare")  # type: ignore[attr-defined]  # by Wagtail
    return reverse(name, args=[quote(thing.pk), former, latter])


class _InWords:
    """What both comparisons do."""

    template_name = "core/admin/compare.html"

    # What they have as views of Wagtail.
    object: Any
    request: HttpRequest
    revision_id_a: str
    revision_id_b: str

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Show the comparison, or lead to that of the two versions that were chosen."""
        former, latter = request.GET.get("former"), request.GET.get("latter")
        if former is None or latter is None:
            return super().get(request, *args, **kwargs)  # type: ignore[misc]  # every view has it
        if not all(_VERSION.fullmatch(version) for version in (former, latter)):
            raise Http404
        return HttpResponseRedirect(comparison_address(self.object, former, latter))

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Add the versions to choose from, and which two are shown."""
        context = super().get_context_data(**kwargs)  # type: ignore[misc]  # every view has it
        ends = {"earliest": self.object.revisions.order_by("created_at", "pk"), "latest": self._revisions}
        shown = [
            str(ends[name].values_list("pk", flat=True).first()) if name in ends else name
            for name in (self.revision_id_a, self.revision_id_b)
        ]
        return {**context, "versions": self._versions(shown), "former": shown[0], "latter": shown[1]}

    @property
    def _revisions(self) -> QuerySet[Revision]:
        return self.object.revisions.order_by("-created_at", "-pk")

    def _versions(self, shown: list[str]) -> list[tuple[str, str]]:
        revisions = self._revisions.select_related("user").defer("content")
        latest = list(revisions[:_MOST])
        others = revisions.filter(pk__in=[key for key in shown if key.isdigit()]).exclude(
            pk__in=[revision.pk for revision in latest]
        )
        live = [("live", _("The live version"))] if self.object.live else []
        return [*live, *((str(revision.pk), self._words(revision)) for revision in [*latest, *others])]

    def _words(self, revision: Revision) -> str:
        when = localtime(revision.created_at)
        told = _("%(day)s, %(time)s, %(who)s") % {
            "day": date_format(when, "DATE_FORMAT"),
            "time": f"{when:%H:%M:%S}",
            "who": user_display_name(revision.user) or _("the portal"),
        }
        marks = {_("latest"): self.object.latest_revision_id, _("live"): self.object.live_revision_id}
        remarks = [remark for remark, key in marks.items() if key == revision.pk]
        return told + (in_brackets(listed(remarks)) if remarks else "")

    def _get_comparison(self, former: Model, latter: Model) -> list[Change]:
        panel = self.get_edit_handler().get_bound_panel(  # type: ignore[attr-defined]  # as views of Wagtail
            instance=self.object, request=self.request, form=None
        )
        # Made here, not by the template: what the versions name is asked for once, for all of it.
        with names_known(former, latter):
            compared = [compare(former, latter) for compare in in_words(panel.get_comparison())]
            changes = [Change(one.field_label(), one.htmldiff()) for one in compared if one.has_changed()]
        # Of some lists Wagtail cannot tell that they are the same.
        return [change for change in changes if is_marked(change.htmldiff)]


class PageComparison(_InWords, RevisionsCompare):
    """Two versions of a page."""


class RecordComparison(_InWords, RevisionsCompareView):
    """Two versions of an entry of a register."""
