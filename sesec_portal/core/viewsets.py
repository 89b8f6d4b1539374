"""How registers are kept in the admin."""

from functools import partial

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .admin_views import RecordCreateView, RecordEditView

# The column that tells whether an entry is published, drafted, or both.
Published = partial(LiveStatusTagColumn, label=_("Published"))


class RecordViewSet(SnippetViewSet):
    """A register in the admin: its list, and the forms of its entries."""

    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
