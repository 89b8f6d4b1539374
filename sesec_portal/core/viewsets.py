"""How registers are kept in the admin."""

from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.search import SearchArea
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .comparing.views import RecordComparison
from .record_views import RecordCreateView, RecordEditView, RecordHistory

# The column that tells whether an entry is published, drafted, or both.
Published = partial(LiveStatusTagColumn, label=_("Published"))


class RecordSearchArea(SearchArea):
    """A register beside the pages in the admin's search, for whoever may see it."""

    def __init__(self, viewset: SnippetViewSet) -> None:
        super().__init__(
            viewset.menu_label,
            reverse(viewset.get_url_name("list")),
            name=viewset.model._meta.model_name,
            icon_name=viewset.icon,
            order=700,
        )
        self.policy = viewset.permission_policy

    def is_shown(self, request: HttpRequest) -> bool:
        return self.policy.user_has_any_permission(request.user, ["view", "add", "change", "delete"])


class RecordViewSet(SnippetViewSet):
    """A register in the admin: its list, the forms of its entries, and its place in the admin's search."""

    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
    history_view_class = RecordHistory
    revisions_compare_view_class = RecordComparison

    def on_register(self) -> None:
        super().on_register()
        hooks.register("register_admin_search_area", partial(RecordSearchArea, self))
