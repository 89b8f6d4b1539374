"""People in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from sesec_portal.core.viewsets import Published, RecordViewSet

from .models import Person


class PersonViewSet(RecordViewSet):
    """The list of people."""

    model = Person
    icon = "user"
    menu_label = _("People")
    menu_order = 210
    add_to_admin_menu = True
    list_display = [
        "name",
        "name_zh",
        "affiliation",
        Column("get_consent_display", label=_("consent to be named")),
        Published(),
    ]
    list_filter = ["consent"]


register_snippet(PersonViewSet)
