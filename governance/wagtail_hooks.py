"""The committee's registers in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Decision, Seat, Sector
from .views import SeatCreateView, SeatEditView


class SeatViewSet(SnippetViewSet):
    """The list of seats."""

    model = Seat
    icon = "group"
    menu_label = _("Committee seats")
    list_display = ["partner", Column("holder_today", label=_("Holder today"))]
    add_view_class = SeatCreateView
    edit_view_class = SeatEditView


class DecisionViewSet(SnippetViewSet):
    """The register of decisions and measures."""

    model = Decision
    icon = "tasks"
    menu_label = _("Decisions and measures")
    list_display = ["number", "kind", "decided", "meeting", "owner", "due", "disclosure", "status"]
    list_filter = ["kind", "disclosure", "owner", "meeting"]
    list_export = ["number", "kind", "decided", "meeting", "owner", "due", "disclosure", "wording", "summary", "status"]
    export_filename = "decisions"
    search_fields = ["wording", "summary"]
    inspect_view_enabled = True


class SectorViewSet(SnippetViewSet):
    """The sectors that can be priorities."""

    model = Sector
    icon = "list-ul"
    menu_label = _("Sectors")
    list_display = ["code", "name", "name_zh"]


class GovernanceGroup(SnippetViewSetGroup):
    """The registers together in the menu."""

    items = [SeatViewSet, DecisionViewSet, SectorViewSet]
    menu_label = _("Governance")
    menu_icon = "group"
    menu_order = 220


register_snippet(GovernanceGroup)
