"""People in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from sesec_portal.core.admin_views import RecordEditView

from .models import Person


class PersonViewSet(SnippetViewSet):
    """The list of people."""

    model = Person
    icon = "user"
    menu_label = _("People")
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["name", "name_zh", "affiliation", Column("get_consent_display", label=_("consent to be named"))]
    list_filter = ["consent"]
    edit_view_class = RecordEditView


register_snippet(PersonViewSet)
