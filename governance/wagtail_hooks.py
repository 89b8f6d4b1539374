"""The committee's seats in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Seat


class SeatViewSet(SnippetViewSet):
    """The list of seats."""

    model = Seat
    icon = "group"
    menu_label = _("Committee seats")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["partner", "term_now"]


register_snippet(SeatViewSet)
