"""The synonyms in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from sesec_portal.core.viewsets import Published, RecordViewSet

from .models import SynonymGroup


class SynonymViewSet(RecordViewSet):
    """The list of groups."""

    model = SynonymGroup
    icon = "search"
    menu_label = _("Synonyms")
    menu_order = 240
    add_to_admin_menu = True
    list_display = ["__str__", Published()]
    search_fields = ["terms"]


register_snippet(SynonymViewSet)
