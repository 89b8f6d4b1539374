"""How registers are kept in the admin."""

from functools import partial

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .comparing.views import RecordComparison
from .record_search import RecordIndexView, RecordSearchArea
from .record_views import RecordCreateView, RecordEditView, RecordHistory

# The column that tells whether an entry is published, drafted, or both.
Published = partial(LiveStatusTagColumn, label=_("Published"))


class RecordViewSet(SnippetViewSet):
    """A register in the admin: its list, the forms of its entries, and its place in the admin's search."""

    index_view_class = RecordIndexView
    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
    history_view_class = RecordHistory
    revisions_compare_view_class = RecordComparison

    def on_register(self) -> None:
        super().on_register()
        hooks.register("register_admin_search_area", partial(RecordSearchArea, self))
